namespace Numerai.Tournament.Ports;

/// <summary>Data files by the names they are published under, or will be.</summary>
public interface IDatasetFiles
{
    /// <summary>A path on this machine for reading; null when there is no such file.</summary>
    Task<string?> LocalPathAsync(string name);
}
