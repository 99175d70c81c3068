namespace Numerai.Tournament.Ports;

/// <summary>Where a data pipeline puts the files that rounds run on: a folder or a web address.</summary>
public interface IDataFeed
{
    /// <summary>Copies a file such as "rounds/12/live.parquet" to disk; false when it is not there (yet).</summary>
    /// <param name="location">An absolute path of a folder, or an http or https address.</param>
    /// <param name="name">The file under it.</param>
    /// <param name="path">Where the copy goes.</param>
    /// <param name="limit">The most bytes it may have.</param>
    /// <exception cref="FeedException">The feed cannot be reached or read, stalls, or sends too much.</exception>
    /// <exception cref="OperationCanceledException">The host is stopping.</exception>
    Task<bool> FetchAsync(string location, string name, string path, long limit);
}
