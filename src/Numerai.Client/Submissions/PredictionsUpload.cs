using System.Net;
using Numerai.Client.Datasets;
using Numerai.Client.Http;
using Numerai.Contracts;

namespace Numerai.Client.Submissions;

/// <summary>The PUT of one file to a signed address.</summary>
internal sealed class PredictionsUpload(
    ApiTransport transport, UploadTarget target, Func<Stream> open, long length, IProgress<TransferProgress>? progress)
{
    private int _attempts;

    public async Task RunAsync(CancellationToken cancellation)
    {
        var answer = await transport.AttemptAsync(AttemptAsync, cancellation).ConfigureAwait(false);
        if (answer.Successful)
        {
            return;
        }

        var refusal = Refusals.Of(answer, transport.Options.Url);

        // The server keeps whole uploads only. When a repeated PUT finds the upload already there, the lost answer of an earlier
        // attempt was a success.
        if (_attempts == 1 || refusal.Code != "upload_used")
        {
            throw refusal;
        }
    }

    private async Task<ApiAnswer> AttemptAsync(CancellationToken cancellation)
    {
        _attempts++;
        using var watch = new StallWatch(transport.Options, cancellation);
        return await watch.RunAsync(async token =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, target.Url);
            request.Content = new ProgressContent(open, length, progress, watch.Moved);

            // A refusal (too large, expired) then comes before the bytes are sent.
            request.Headers.ExpectContinue = true;
            request.Version = HttpVersion.Version11;
            using var response = await transport.Http.SendAsync(request, token).ConfigureAwait(false);
            return await ApiAnswer.ReadAsync(response, token).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }
}
