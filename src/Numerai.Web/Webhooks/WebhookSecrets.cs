using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Numerai.Tournament.Automation.Webhooks;
using Numerai.Web.Authentication;

namespace Numerai.Web.Webhooks;

/// <summary>Signs messages. A webhook's secret is derived from the server's, so that no table holds any.</summary>
internal sealed class WebhookSecrets(ServerSecrets secrets)
{
    private readonly byte[] _key = secrets.Derive("webhook");

    public string Of(Webhook webhook) => Convert.ToHexStringLower(
        HMACSHA256.HashData(
            _key, Encoding.UTF8.GetBytes($"{webhook.Id:D}/{webhook.Created.UtcTicks.ToString(CultureInfo.InvariantCulture)}")));

    /// <summary>The value of the signature header: time in seconds and HMAC-SHA-256 of "time.body" under the secret's text.</summary>
    public string Sign(Webhook webhook, DateTimeOffset time, string body)
    {
        var seconds = time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Encoding.ASCII.GetBytes(Of(webhook)), Encoding.UTF8.GetBytes($"{seconds}.{body}"));
        return $"t={seconds},v1={Convert.ToHexStringLower(signature)}";
    }
}
