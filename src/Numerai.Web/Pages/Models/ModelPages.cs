using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Standings.Rows;
using Numerai.Web.Models;
using Numerai.Web.Pages.Frame;

namespace Numerai.Web.Pages.Models;

internal static class ModelPages
{
    /// <summary>A year of rounds with all their scores.</summary>
    private const int MostScores = 4_000;

    public static void MapModelPage(this IEndpointRouteBuilder pages) => pages.MapGet(
        "/tournaments/{tournament:int}/models/{model}",
        async (int tournament, string model, ModelLookup models, IActors actors, IReadModel readModel) =>
            Html.Of<ModelPage, ModelPageView>(await LoadAsync(tournament, model, models, actors, readModel)));

    private static async Task<Outcome<ModelPageView>> LoadAsync(
        int tournament, string model, ModelLookup models, IActors actors, IReadModel readModel)
    {
        var found = await models.FindAsync(model, tournament);
        if (!found.Accepted)
        {
            return found.Refusal;
        }

        var view = found.Value;
        var schedule = (await actors.Schedule(view.Tournament).GetAsync()).Require();
        var scores = await readModel.ScoresAsync(new ScoreQuery(view.Tournament, null, view.Id, null, 0, MostScores, 0));
        var payouts = (await readModel.PayoutsAsync(view.Id, null)).ToDictionary(row => row.Round);
        return new ModelPageView(
            view, await ModelEndpoints.StakeAsync(view, actors), [.. schedule.Settings.Payout.Multipliers.Keys], Rows(scores, payouts));
    }

    private static IReadOnlyList<ModelRoundRow> Rows(IReadOnlyList<ScoreRow> scores, IReadOnlyDictionary<RoundId, PayoutRow> payouts) =>
    [
        .. scores.GroupBy(score => score.Round).OrderByDescending(round => round.Key.Number).Select(round => new ModelRoundRow(
            round.Key,
            round.First().Day,
            round.First().Final,
            round.ToDictionary(score => score.Score, ScoreRow? (score) => score, StringComparer.Ordinal),
            payouts.GetValueOrDefault(round.Key))),
    ];
}
