using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Tournament.Standings.Rows;
using Numerai.Web.Authentication;
using Numerai.Web.GraphQl.Rounds;
using Numerai.Web.Http;
using Numerai.Web.Models;

namespace Numerai.Web.GraphQl.Scores;

/// <summary>What models did round by round, and what they were paid.</summary>
internal static class PerformanceQueries
{
    private const string Currency = "NMR";

    /// <param name="modelId">Id, or name within the tournament.</param>
    public static async Task<Answer<IReadOnlyList<RoundPerformanceNode>>> PerformancesAsync(
        string modelId, int tournament, ModelLookup models, IActors actors, IReadModel readModel)
    {
        var model = await models.FindAsync(modelId, tournament);
        if (!model.Accepted)
        {
            return model.Refusal;
        }

        var id = model.Value.Id;
        var scores = (await readModel.ScoresAsync(new ScoreQuery(model.Value.Tournament, null, id, null, null, ScoreQueries.Most, 0)))
            .ToLookup(row => row.Round);
        var payouts = (await readModel.PayoutsAsync(id, null)).ToDictionary(row => row.Round);
        var stake = await ModelEndpoints.StakeAsync(model.Value, actors);
        var nodes = new RoundNodes(actors);
        return Answers.List<RoundPerformanceNode>([.. (await readModel.RoundsAsync(model.Value.Tournament, ScoreQueries.Most, 0))
            .Where(round => scores.Contains(round.Id) || payouts.ContainsKey(round.Id) || stake?.AtRisk.ContainsKey(round.Id) is true)
            .Select(round => Node(round, [.. scores[round.Id]], payouts.GetValueOrDefault(round.Id), stake, nodes))]);
    }

    public static async Task<Answer<PayoutsNode>> PayoutsAsync(int tournament, Caller caller, IActors actors, IReadModel readModel)
    {
        var within = Tournaments.Read(tournament);
        var account = await actors.Participant(caller.Account).GetAsync();
        if ((within.Refusal ?? account.Refusal) is { } refusal)
        {
            return refusal;
        }

        var (actual, pending) = (new List<PayoutsNode.Payout>(), new List<PayoutsNode.Payout>());
        var rounds = (await readModel.RoundsAsync(within.Value, ScoreQueries.Most, 0)).ToDictionary(round => round.Id);
        foreach (var model in account.Value!.Models.Where(model => model.Tournament == within.Value))
        {
            actual.AddRange((await readModel.PayoutsAsync(model.Id, null)).Select(row => new PayoutsNode.Payout(
                row.Round, row.Round.Number, row.Resolved, row.Model, row.ModelName, row.ModelName, row.Payout - row.Burn,
                row.Payout - row.Burn, Currency)));
            pending.AddRange(model.AtRisk.Keys.Where(rounds.ContainsKey).Select(round => new PayoutsNode.Payout(
                round, round.Number, rounds[round].Resolves, model.Id, model.Name, model.Name, null, null, Currency)));
        }

        return new PayoutsNode(
            [.. actual.OrderByDescending(payout => payout.RoundNumber)], [.. pending.OrderByDescending(payout => payout.RoundNumber)]);
    }

    private static RoundPerformanceNode Node(
        RoundRow round, List<ScoreRow> scores, PayoutRow? payout, ModelStakeView? stake, RoundNodes nodes)
    {
        var view = new Lazy<Task<RoundView>>(() => nodes.ReadAsync(round.Id));
        var latest = scores.Count == 0 ? 0 : scores.Max(row => row.Day);
        return new RoundPerformanceNode(
            payout?.AtRisk ?? stake?.AtRisk.GetValueOrDefault(round.Id) ?? default,
            payout is null ? null : payout.Payout - payout.Burn,
            RoundNodes.Multiplier(view, "corr"),
            RoundNodes.Multiplier(view, "mmc"),
            round.PayoutFactor,
            round.Id.Number,
            round.Opens,
            round.Resolves,
            round.Phase == RoundPhase.Resolved,
            null,
            [.. scores.Where(row => row.Day == latest).Select(PerformanceScoreNode.Of)],
            [.. scores.Select(PerformanceScoreNode.Of)]);
    }
}
