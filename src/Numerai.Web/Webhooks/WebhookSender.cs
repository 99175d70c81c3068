using System.Net.Http.Headers;
using System.Text;
using Numerai.Storage.Outgoing;
using Numerai.Tournament.Actors.Clocks;
using Numerai.Tournament.Automation.Webhooks;
using Numerai.Web.Hosting;

namespace Numerai.Web.Webhooks;

/// <summary>
/// Makes one attempt, by <see cref="OutgoingHttp"/>: no name, redirect or proxy leads into the operator's own network.
/// </summary>
internal sealed class WebhookSender : IDisposable
{
    public const string SignatureHeader = "Numerai-Signature";
    public const string DeliveryHeader = "Numerai-Delivery";
    public const string EventHeader = "Numerai-Event";
    private const int LongestAnswer = 200;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);
    private readonly WebhookSecrets _secrets;
    private readonly TournamentTime _time;
    private readonly HttpClient _http;

    public WebhookSender(WebServerOptions options, WebhookSecrets secrets, TournamentTime time)
    {
        _secrets = secrets;
        _time = time;
        _http = new HttpClient(OutgoingHttp.Handler(options.AllowPrivateWebhooks))
        {
            Timeout = _patience,
            MaxResponseContentBufferSize = 1,
        };
    }

    /// <returns>HTTP status, or null when there was no answer; and what happened in words.</returns>
    public async Task<(int? Status, string Answer)> SendAsync(Webhook webhook, WebhookDelivery delivery, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(delivery.Body));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(EventHeader, delivery.Kind);
        request.Headers.Add(DeliveryHeader, delivery.Id.ToString("D"));
        request.Headers.Add(SignatureHeader, _secrets.Sign(webhook, _time.GetUtcNow(), delivery.Body));
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            var status = (int)response.StatusCode;
            return (status, status is >= 300 and < 400 ? $"HTTP {status}: redirects are not followed" : $"HTTP {status}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (null, $"no answer within {_patience.TotalSeconds:0} seconds");
        }
        catch (HttpRequestException fault)
        {
            var words = fault.GetBaseException().Message;
            return (null, words.Length > LongestAnswer ? words[..LongestAnswer] : words);
        }
    }

    public void Dispose() => _http.Dispose();
}
