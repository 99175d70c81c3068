using Numerai.Client.Datasets;
using Numerai.Client.Http;
using Numerai.Client.Submissions;
using Numerai.Contracts;

namespace Numerai.Client.Diagnostics;

/// <summary>How predictions of a release's validation eras, or a signal over a history of days, would have done.</summary>
public sealed class DiagnosticsClient
{
    private const int LongestWait = 20;
    private static readonly TimeSpan _atOnce = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _firstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(5);
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
        string path, string? release = null, string? featureSet = null, IProgress<TransferProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        var done = await UploadAndWaitAsync(path, release, featureSet, null, progress, cancellation).ConfigureAwait(false);
        return done.Report
            ?? throw new NumeraiApiException(
                "release_not_found", $"The release {done.Release} is a history of days; ask for it with RunSignalAsync.");
    }

    /// <summary>
    /// Uploads a signal with a <c>date</c> column (CSV or Parquet, plain or gzip, up to 512 MiB) and waits for how it did on every day of
    /// the history that it covers. Refused as <see cref="RunAsync"/> is.
    /// </summary>
    /// <param name="tournament">Its number: its newest release, unless one is named.</param>
    /// <param name="release">Folder of the release, such as "signals/v2.1".</param>
    public async Task<SignalDiagnosticsReport> RunSignalAsync(
        string path,
        int tournament = DefaultTournament.NumberOfDays,
        string? release = null,
        IProgress<TransferProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        var done = await UploadAndWaitAsync(path, release, null, tournament, progress, cancellation).ConfigureAwait(false);
        return done.Signals
            ?? throw new NumeraiApiException(
                "release_not_found", $"The release {done.Release} has eras and no days; ask for it with RunAsync.");
    }

    /// <summary>Starts the diagnosis of an uploaded file, or says how far it is.</summary>
    /// <param name="filename">The server's name of the upload.</param>
    /// <param name="tournament">Its number; null for the default one.</param>
    /// <param name="wait">Seconds, up to 30, to wait for the report.</param>
    public Task<Diagnostics> StartAsync(
        string filename, string? release = null, string? featureSet = null, int? tournament = null, int? wait = null,
        CancellationToken cancellation = default)
    {
        _transport.RequireCredentials();
        return _transport.SendAsync<Diagnostics>(
            HttpMethod.Post, "api/v1/diagnostics", new { filename, release, featureSet, tournament, wait }, Repeat.Safe, cancellation);
    }

    /// <summary>One of your diagnostics. Refused: diagnostics_not_found.</summary>
    /// <param name="wait">Seconds, up to 30, to wait for the report.</param>
    public Task<Diagnostics> GetAsync(Guid id, int? wait = null, CancellationToken cancellation = default)
    {
        _transport.RequireCredentials();
        return _transport.GetAsync<Diagnostics>($"api/v1/diagnostics/{id:D}" + (wait is null ? "" : $"?wait={wait}"), cancellation);
    }

    private async Task<Diagnostics> UploadAndWaitAsync(
        string path, string? release, string? featureSet, int? tournament, IProgress<TransferProgress>? progress,
        CancellationToken cancellation)
    {
        _transport.RequireCredentials();
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new FileNotFoundException($"There is no file {path}.", path);
        }

        var target = await _transport.SendAsync<UploadTarget>(
            HttpMethod.Post, "api/v1/diagnostics/upload-url", new
            {
                filename = file.Name,
            }, Repeat.Safe, cancellation).ConfigureAwait(false);
        await new PredictionsUpload(_transport, target, () => File.OpenRead(path), file.Length, progress).RunAsync(cancellation)
            .ConfigureAwait(false);
        for (var pause = _firstPause; ; pause = pause * 2 < _longestPause ? pause * 2 : _longestPause)
        {
            var asked = _transport.Options.Time.GetTimestamp();
            var diagnostics =
                await StartAsync(target.Filename, release, featureSet, tournament, LongestWait, cancellation).ConfigureAwait(false);
            if (diagnostics.Code is { } code)
            {
                throw new NumeraiApiException(code, diagnostics.Reason ?? code);
            }

            if (diagnostics.Report is not null || diagnostics.Signals is not null)
            {
                return diagnostics;
            }

            // The server waits for the end; where it cannot, because another one of a cluster is at work, it answers at once.
            if (_transport.Options.Time.GetElapsedTime(asked) < _atOnce)
            {
                await Task.Delay(pause, _transport.Options.Time, cancellation).ConfigureAwait(false);
            }
        }
    }
}
