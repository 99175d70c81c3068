using System.Text.Json;
using Numerai.Contracts;
using Numerai.Storage.Events;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Automation.Webhooks;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Submissions;
using Numerai.Tournament.Standings.Rows;
using Numerai.Web.Http;

namespace Numerai.Web.Webhooks;

/// <summary>
/// What a webhook is told of an event. Accounts are told of their own models only, and of nothing when they have none in it.
/// </summary>
internal sealed class WebhookMessages(IReadModel readModel, ISubmissionStore submissions)
{
    private const int MostModels = 1_000;
    private const int RecentSubmissions = 5;

    /// <summary>Kinds that an event may lead to.</summary>
    public static IReadOnlyList<string> KindsOf(TournamentEvent happened) => happened switch
    {
        RoundOpened => [WebhookKinds.RoundOpened, WebhookKinds.SubmissionRejected],
        ScoresPublished => [WebhookKinds.ScoresPublished],
        RoundResolved => [WebhookKinds.PayoutSettled],
        _ => [],
    };

    public async Task<IReadOnlyList<WebhookDelivery>> OfAsync(Webhook webhook, PublishedEvent published)
    {
        var messages = new List<WebhookDelivery>();
        switch (published.Event)
        {
            case RoundOpened opened:
                Add(WebhookKinds.RoundOpened, opened.Round.ToString(), new { opened.Round, opened.Opens, opened.Closes, opened.Resolves });
                foreach (var (record, model) in webhook.Events.Contains(WebhookKinds.SubmissionRejected) ? await RejectedAsync(webhook,
                    opened.Round) : [])
                {
                    Add(WebhookKinds.SubmissionRejected, record.Id.ToString(),
                        new { opened.Round, Model = model.Id, ModelName = model.Name, record.Filename, record.Reason });
                }

                break;
            case ScoresPublished scores when await ScoresAsync(webhook, scores) is { Count: > 0 } models:
                Add(WebhookKinds.ScoresPublished, $"{scores.Round}/{scores.Day}", new { scores.Round, scores.Day, Models = models });
                break;
            case RoundResolved resolved when await PayoutsAsync(webhook, resolved.Round) is { Count: > 0 } payouts:
                Add(WebhookKinds.PayoutSettled, resolved.Round.ToString(), new { resolved.Round, resolved.MerkleRoot, Models = payouts });
                break;
        }

        return messages;

        void Add(string kind, string subject, object content) => messages.AddRange(webhook.Events.Contains(kind)
            ? [Make(webhook, kind, $"{published.Position}/{subject}", published.Time, content)]
            : []);
    }

    /// <summary>An upload that was refused at once.</summary>
    public static WebhookDelivery Refused(Webhook webhook, ModelId model, string filename, Refusal refusal, DateTimeOffset now) => Make(
        webhook, WebhookKinds.SubmissionRejected, $"{model}/{filename}/{refusal.Code}", now,
        new { Model = model, Filename = filename, refusal.Code, Reason = refusal.Message });

    private static WebhookDelivery Make(Webhook webhook, string kind, string subject, DateTimeOffset time, object content)
    {
        var id = NamedUuid.Create($"delivery/{webhook.Id:D}/{kind}/{subject}");
        var body = JsonSerializer.Serialize(new { Id = id, Event = kind, Time = time, Content = content }, ApiJson.Options);
        return new WebhookDelivery(id, webhook.Id, webhook.Account, kind, body, WebhookDeliveryStatus.Pending, 0, time, null, time);
    }

    private async Task<IReadOnlyList<ModelRow>> ModelsAsync(Webhook webhook, TournamentId tournament) =>
        await readModel.ModelsAsync(tournament, webhook.Account, MostModels, 0);

    private async Task<List<(SubmissionRecord Record, ModelRow Model)>> RejectedAsync(Webhook webhook, RoundId round)
    {
        var rejected = new List<(SubmissionRecord, ModelRow)>();
        foreach (var model in await ModelsAsync(webhook, round.Tournament))
        {
            var recent = await submissions.OfModelAsync(model.Id, RecentSubmissions);
            rejected.AddRange(recent.Take(1).Where(record => record.Status == SubmissionStatus.Rejected).Select(record => (record, model)));
        }

        return rejected;
    }

    private async Task<List<object>> ScoresAsync(Webhook webhook, ScoresPublished published)
    {
        var told = new List<object>();
        foreach (var model in await ModelsAsync(webhook, published.Round.Tournament))
        {
            var query = new ScoreQuery(published.Round.Tournament, published.Round, model.Id, null, published.Day, 100, 0);
            var scores = await readModel.ScoresAsync(query);
            if (scores.Count > 0)
            {
                told.Add(
                    new
                    {
                        Model = model.Id,
                        ModelName = model.Name,
                        Scores = scores.ToDictionary(score => score.Score, score => score.Value),
                    });
            }
        }

        return told;
    }

    private async Task<List<object>> PayoutsAsync(Webhook webhook, RoundId round)
    {
        var told = new List<object>();
        foreach (var model in await ModelsAsync(webhook, round.Tournament))
        {
            told.AddRange((await readModel.PayoutsAsync(model.Id, round)).Select(payout =>
                new { Model = model.Id, payout.ModelName, payout.AtRisk, payout.Multiplier, payout.Payout, payout.Burn }));
        }

        return told;
    }
}
