namespace Numerai.Tournament.Ports;

/// <summary>
/// Published data files, by names such as "v5.2/train.parquet". A file appears whole or not at all and never changes afterwards.
/// </summary>
public interface IDatasetStore : IDatasetFiles
{
    /// <summary>All files in ordinal order of their names.</summary>
    Task<IReadOnlyList<DatasetFile>> ListAsync();

    Task<DatasetFile?> FindAsync(string name);

    /// <summary>Streams <paramref name="content"/> to a hidden file, then publishes it; the same content again is a no-op.</summary>
    /// <exception cref="InvalidOperationException">The name is taken by other content.</exception>
    Task<DatasetFile> PublishAsync(string name, Stream content, DateTimeOffset time, CancellationToken cancellation);
}
