using Numerai.Contracts;
using Numerai.Storage.Events;
using Numerai.Tournament.Actors.Clocks;
using Numerai.Tournament.Automation.Webhooks;
using Numerai.Web.Hosting;

namespace Numerai.Web.Webhooks;

/// <summary>
/// Makes messages of what has happened and sends what is due. Both steps may be run by several processes at once and cut off anywhere: a
/// message has one id however often it is made, and who sends one claims it first.
/// </summary>
internal sealed class WebhookDispatcher(
    IWebhookStore store,
    TournamentEvents events,
    WebhookMessages messages,
    WebhookSender sender,
    TournamentTime time,
    ILogger<WebhookDispatcher> logger) : EnduringService(logger)
{
    private const int EventsAtOnce = 100;
    private const int WebhooksAtOnce = 200;
    private const int SentAtOnce = 16;
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _claim = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _kept = TimeSpan.FromDays(30);

    /// <summary>An upload that was refused at once.</summary>
    public async Task RefusedAsync(AccountId account, ModelId model, string filename, Refusal refusal)
    {
        var wanted = (await store.OfAccountAsync(account)).Where(webhook => webhook.Events.Contains(WebhookKinds.SubmissionRejected));
        await store.AddAsync([.. wanted.Select(webhook => WebhookMessages.Refused(webhook, model, filename, refusal, time.GetUtcNow()))]);
    }

    /// <summary>One pass: messages of all new events, then one batch of what is due; returns how many were sent.</summary>
    public async Task<int> RunOnceAsync(CancellationToken cancellation)
    {
        for (var position = await store.PositionAsync(); ;)
        {
            var batch = await events.ReadAsync(position, EventsAtOnce);
            foreach (var published in batch.Where(published => WebhookMessages.KindsOf(published.Event).Count > 0))
            {
                await ExpandAsync(published);
            }

            if (batch.Count == 0)
            {
                break;
            }

            position = batch[^1].Position;
            await store.AdvanceAsync(position);
        }

        var now = time.GetUtcNow();
        var due = await store.ClaimAsync(now, now + _claim, SentAtOnce);
        await Task.WhenAll(due.Select(delivery => SendAsync(delivery, cancellation)));
        return due.Count;
    }

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_interval);
        for (var pass = 0; await timer.WaitForNextTickAsync(stoppingToken); pass++)
        {
            try
            {
                while (await RunOnceAsync(stoppingToken) == SentAtOnce)
                {
                    stoppingToken.ThrowIfCancellationRequested();
                }

                await (pass % 3600 == 0 ? store.SweepAsync(time.GetUtcNow() - _kept) : Task.CompletedTask);
            }
#pragma warning disable CA1031 // The next pass tries again; a server must not go down because a message could not be made.
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Logger.LogError(fault, "Webhooks could not be served.");
            }
        }
    }

    private async Task ExpandAsync(PublishedEvent published)
    {
        var kinds = WebhookMessages.KindsOf(published.Event);
        Guid? last = null;
        while (true)
        {
            var page = await store.PageAsync(last, WebhooksAtOnce);
            foreach (var webhook in page.Where(webhook => webhook.Created <= published.Time && webhook.Events.Any(kinds.Contains)))
            {
                await store.AddAsync(await messages.OfAsync(webhook, published));
            }

            if (page.Count < WebhooksAtOnce)
            {
                return;
            }

            last = page[^1].Id;
        }
    }

    private async Task SendAsync(WebhookDelivery delivery, CancellationToken cancellation)
    {
        var webhook = await store.FindAsync(delivery.Webhook);
        if (webhook is null)
        {
            return;
        }

        var (status, answer) = await sender.SendAsync(webhook, delivery, cancellation);
        await store.UpdateAsync(WebhookDecisions.AfterAttempt(delivery, status, answer, time.GetUtcNow()));
    }
}
