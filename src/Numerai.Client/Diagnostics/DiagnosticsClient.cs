using Numerai.Client.Datasets;
using Numerai.Client.Http;
using Numerai.Client.Submissions;

namespace Numerai.Client.Diagnostics;

/// <summary>How predictions of a release's validation eras would have done.</summary>
public sealed class DiagnosticsClient
{
    private static readonly TimeSpan _firstWait = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan _longestWait = TimeSpan.FromSeconds(5);
    private readonly ApiTransport _transport;

    internal DiagnosticsClient(ApiTransport transport) => _transport = transport;

    /// <summary>
    /// Uploads a file of validation predictions (CSV or Parquet, plain or gzip, up to 512 MiB) and waits for its report. Refused:
    /// invalid_submission_file, invalid_submission_headers, invalid_submission_ids, invalid_submission_values, release_not_found,
    /// feature_set_not_found, diagnostics_busy, upload_too_large.
    /// </summary>
    /// <param name="release">Folder of the release, such as "v5.2"; null for the newest one.</param>
    /// <param name="featureSet">Set that FNC and exposures are taken over; null for "medium".</param>
    public async Task<DiagnosticsReport> RunAsync(
        string path, string? release = null, string? featureSet = null, IProgress<TransferProgress>? progress = null, CancellationToken cancellation = default)
    {
        _transport.RequireCredentials();
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new FileNotFoundException($"There is no file {path}.", path);
        }

        var target = await _transport.SendAsync<UploadTarget>(
            HttpMethod.Post, "api/v1/diagnostics/upload-url", new { filename = file.Name }, Repeat.Safe, cancellation).ConfigureAwait(false);
        await new PredictionsUpload(_transport, target, () => File.OpenRead(path), file.Length, progress).RunAsync(cancellation).ConfigureAwait(false);
        for (var wait = _firstWait; ; wait = wait * 2 < _longestWait ? wait * 2 : _longestWait)
        {
            var diagnostics = await StartAsync(target.Filename, release, featureSet, cancellation).ConfigureAwait(false);
            if (diagnostics.Report is { } report)
            {
                return report;
            }

            if (diagnostics.Code is { } code)
            {
                throw new NumeraiApiException(code, diagnostics.Reason ?? code);
            }

            await Task.Delay(wait, _transport.Options.Time, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Starts the diagnosis of an uploaded file, or says how far it is.</summary>
    /// <param name="filename">The server's name of the upload.</param>
    public Task<Diagnostics> StartAsync(string filename, string? release = null, string? featureSet = null, CancellationToken cancellation = default)
    {
        _transport.RequireCredentials();
        return _transport.SendAsync<Diagnostics>(HttpMethod.Post, "api/v1/diagnostics", new { filename, release, featureSet }, Repeat.Safe, cancellation);
    }

    /// <summary>One of your diagnostics. Refused: diagnostics_not_found.</summary>
    public Task<Diagnostics> GetAsync(Guid id, CancellationToken cancellation = default)
    {
        _transport.RequireCredentials();
        return _transport.GetAsync<Diagnostics>($"api/v1/diagnostics/{id:D}", cancellation);
    }
}
