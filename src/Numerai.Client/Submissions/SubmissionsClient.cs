using Numerai.Client.Datasets;
using Numerai.Client.Http;
using Numerai.Contracts;

namespace Numerai.Client.Submissions;

/// <summary>Predictions on their way into a round.</summary>
public sealed class SubmissionsClient
{
    private readonly ApiTransport _transport;

    internal SubmissionsClient(ApiTransport transport) => _transport = transport;

    /// <summary>
    /// Uploads a file of predictions (CSV or Parquet, plain or gzip) and makes it the model's submission. Lost connections on the way are
    /// retried without submitting twice. Refused: invalid_submission_headers, invalid_submission_ids, invalid_submission_values,
    /// model_not_owned, round_not_open, upload_too_large.
    /// </summary>
    /// <param name="model">Id, or name within the tournament.</param>
    /// <param name="lateFor">Number of a closed round to submit late to; null for the open round or, without one, the next.</param>
    /// <param name="tournament">Of a model given by name; null for the default one.</param>
    public async Task<Submission> UploadPredictionsAsync(
        string model,
        string path,
        IProgress<TransferProgress>? progress = null,
        int? lateFor = null,
        int? tournament = null,
        CancellationToken cancellation = default)
    {
        _transport.RequireCredentials();
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new FileNotFoundException($"There is no file {path}.", path);
        }

        return await UploadPredictionsAsync(
            model, file.Name, () => File.OpenRead(path), file.Length, progress, lateFor, tournament, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc cref="UploadPredictionsAsync(string, string, IProgress{TransferProgress}, int?, int?, CancellationToken)"/>
    /// <param name="open">Opens the content from its start; called again for each attempt.</param>
    /// <param name="length">Length of the content in bytes.</param>
    public async Task<Submission> UploadPredictionsAsync(
        string model,
        string filename,
        Func<Stream> open,
        long length,
        IProgress<TransferProgress>? progress = null,
        int? lateFor = null,
        int? tournament = null,
        CancellationToken cancellation = default)
    {
        var target = await BeginUploadAsync(model, filename, tournament, cancellation).ConfigureAwait(false);
        await new PredictionsUpload(_transport, target, open, length, progress).RunAsync(cancellation).ConfigureAwait(false);
        return await CreateAsync(model, target.Filename, lateFor, tournament, cancellation).ConfigureAwait(false);
    }

    /// <summary>Uploads predictions as Parquet, and makes them the model's submission; see the overload that takes a file.</summary>
    /// <param name="ids">The live ids, one a row.</param>
    /// <param name="predictions">From 0 to 1, not all alike, in the order of the ids.</param>
    /// <param name="format">Null for <see cref="PredictionsFormat.OfIds"/>, which is the default tournament's.</param>
    /// <exception cref="DatasetException">predictions_invalid, before anything is sent.</exception>
    public async Task<Submission> UploadPredictionsAsync(
        string model,
        IReadOnlyList<string> ids,
        IReadOnlyList<double> predictions,
        PredictionsFormat? format = null,
        IProgress<TransferProgress>? progress = null,
        int? lateFor = null,
        int? tournament = null,
        CancellationToken cancellation = default)
    {
        using var memory = new MemoryStream();
        await PredictionsFile.WriteAsync(memory, ids, predictions, format, null, cancellation).ConfigureAwait(false);
        var file = memory.ToArray();
        var open = () => new MemoryStream(file, writable: false);
        return await UploadPredictionsAsync(
            model, "predictions.parquet", open, file.Length, progress, lateFor, tournament, cancellation).ConfigureAwait(false);
    }

    /// <summary>Asks for a signed address to PUT a file to, once.</summary>
    public Task<UploadTarget> BeginUploadAsync(
        string model, string filename, int? tournament = null, CancellationToken cancellation = default)
    {
        _transport.RequireCredentials();
        return _transport.SendAsync<UploadTarget>(
            HttpMethod.Post, "api/v1/submissions/upload-url", new { model, filename, tournament }, Repeat.Safe, cancellation);
    }

    /// <summary>Makes an uploaded file the model's submission; repeating it answers with the same submission.</summary>
    /// <param name="filename">The server's name from <see cref="BeginUploadAsync"/>.</param>
    /// <param name="lateFor">Number of a closed round to submit late to; null for the open round or, without one, the next.</param>
    public Task<Submission> CreateAsync(
        string model, string filename, int? lateFor = null, int? tournament = null, CancellationToken cancellation = default)
    {
        _transport.RequireCredentials();
        return _transport.SendAsync<Submission>(
            HttpMethod.Post, "api/v1/submissions", new { filename, model, lateFor, tournament }, Repeat.Safe, cancellation);
    }

    /// <summary>One of your submissions.</summary>
    public Task<Submission> GetAsync(Guid submission, CancellationToken cancellation = default)
    {
        _transport.RequireCredentials();
        return _transport.GetAsync<Submission>($"api/v1/submissions/{submission:D}", cancellation);
    }

    /// <summary>The submissions of one of your models, newest first.</summary>
    public Task<Page<Submission>> ListAsync(
        string model, int? limit = null, int? tournament = null, CancellationToken cancellation = default)
    {
        _transport.RequireCredentials();
        return _transport.GetAsync<Page<Submission>>(
            QueryText.Of($"api/v1/models/{Uri.EscapeDataString(model)}/submissions", ("limit", limit), ("tournament", tournament)),
            cancellation);
    }

    /// <summary>Downloads the file of one of your submissions as it was uploaded.</summary>
    public Task<DatasetFile> DownloadAsync(
        Guid submission, string destination, IProgress<TransferProgress>? progress = null, CancellationToken cancellation = default)
    {
        _transport.RequireCredentials();
        var path = $"api/v1/submissions/{submission:D}/file";
        return new ResumableDownload(_transport, path, submission.ToString("D"), destination, progress).RunAsync(cancellation);
    }
}
