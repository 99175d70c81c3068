using Numerai.Client.Http;
using Numerai.Contracts;

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
    /// <param name="name">Such as "v5.2/train.parquet"; "v5.2/live.parquet" is the open round's, and the answer says which round that
    /// is.</param>
    /// <returns>What was downloaded.</returns>
    public Task<DatasetFile> DownloadDatasetAsync(
        string name, string destination, IProgress<TransferProgress>? progress = null, CancellationToken cancellation = default) =>
        new ResumableDownload(_transport, "api/v1/datasets/" + QueryText.Name(name), name, destination, progress).RunAsync(cancellation);

    /// <summary>Downloads a data file, or takes the one that is there if it is the published one, and opens it.</summary>
    /// <inheritdoc cref="DownloadDatasetAsync"/>
    /// <exception cref="DatasetException">The file cannot be read; see <see cref="DatasetReader.OpenAsync(string,
    /// DatasetReaderOptions?, CancellationToken)"/>.</exception>
    public async Task<DatasetReader> OpenDatasetAsync(
        string name,
        string destination,
        DatasetReaderOptions? options = null,
        IProgress<TransferProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        await DownloadDatasetAsync(name, destination, progress, cancellation).ConfigureAwait(false);
        return await DatasetReader.OpenAsync(destination, options, cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// Downloads the names of a release's feature sets and targets, such as "v5.2/features.json", or takes the file that is there.
    /// </summary>
    public async Task<FeatureSets> GetFeatureSetsAsync(string name, string destination, CancellationToken cancellation = default)
    {
        await DownloadDatasetAsync(name, destination, null, cancellation).ConfigureAwait(false);
        return await FeatureSets.LoadAsync(destination, cancellation).ConfigureAwait(false);
    }
}
