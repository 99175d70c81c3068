namespace Numerai.Tournament.Ports;

/// <summary>Where a data pipeline puts the files that rounds run on: a folder or a web address.</summary>
public interface IDataFeed
{
    /// <summary>Opens a file such as "rounds/12/live.parquet"; null when it is not there (yet).</summary>
    /// <param name="location">An absolute path of a folder, or an http or https address.</param>
    /// <exception cref="IOException">The feed cannot be reached or read.</exception>
    Task<Stream?> OpenAsync(string location, string name);
}
