using Numerai.Client.Http;

namespace Numerai.Client.Datasets;

/// <summary>The data to learn from and to predict on.</summary>
public sealed class DatasetsClient
{
    private readonly ApiTransport _transport;

    internal DatasetsClient(ApiTransport transport) => _transport = transport;

    /// <summary>All published files in order of their names.</summary>
    public Task<Page<DatasetFile>> ListAsync(CancellationToken cancellation = default) =>
        _transport.GetAsync<Page<DatasetFile>>("api/v1/datasets", cancellation);

    /// <summary>
    /// Downloads a file, going on where an earlier attempt (also of an earlier run) was cut off, and checks its hash. A destination that
    /// already holds the file is left alone. Refused: dataset_not_found; transfer_damaged when the hash is wrong.
    /// </summary>
    /// <param name="name">Such as "v5.2/train.parquet"; "v5.2/live.parquet" is the open round's, and the answer says which round that is.</param>
    /// <returns>What was downloaded.</returns>
    public Task<DatasetFile> DownloadDatasetAsync(
        string name, string destination, IProgress<TransferProgress>? progress = null, CancellationToken cancellation = default) =>
        new ResumableDownload(_transport, "api/v1/datasets/" + QueryText.Name(name), name, destination, progress).RunAsync(cancellation);
}
