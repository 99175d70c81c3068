using Numerai.Contracts;
using Numerai.Tournament.Automation.Webhooks;

namespace Numerai.Storage.Webhooks;

internal sealed class WebhookRow
{
    public string Id { get; init; } = string.Empty;

    public string Account { get; init; } = string.Empty;

    public string Url { get; init; } = string.Empty;

    /// <summary>Kinds, separated by commas.</summary>
    public string Events { get; init; } = string.Empty;

    public string Created { get; init; } = string.Empty;

    public static WebhookRow Of(Webhook webhook) => new()
    {
        Id = webhook.Id.ToString("D"),
        Account = webhook.Account.ToString(),
        Url = webhook.Url,
        Events = string.Join(',', webhook.Events),
        Created = StoredTime.Write(webhook.Created),
    };

    public Webhook ToWebhook() =>
        new(Guid.Parse(Id), new AccountId(Guid.Parse(Account)), Url, [.. Events.Split(',')], StoredTime.Read(Created));
}
