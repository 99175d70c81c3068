using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Standings.Rows;
using Numerai.Web.GraphQl.Participants;
using Numerai.Web.GraphQl.Types;

namespace Numerai.Web.GraphQl.Rounds;

/// <summary>Rounds as participants' clients read them; the round itself is asked only for what its row in the list does not have.</summary>
internal sealed class RoundNodes(IActors actors)
{
    public RoundNode Of(RoundRow row) => Make(
        row.Id, row.Phase, row.Opens, row.Closes, row.Resolves, row.PayoutFactor, new Lazy<Task<RoundView>>(() => ReadAsync(row.Id)));

    public static RoundNode Of(RoundView view) => Make(
        view.Id, view.Phase, view.Calendar.Opens, view.Calendar.Closes, view.Calendar.Resolves, view.PayoutFactor,
        new Lazy<Task<RoundView>>(Task.FromResult(view)));

    public static RoundStatus? StatusOf(RoundPhase phase) => phase switch
    {
        RoundPhase.Scheduled => RoundStatus.Upcoming,
        RoundPhase.Open => RoundStatus.Open,
        RoundPhase.Closed or RoundPhase.Scoring => RoundStatus.Resolving,
        RoundPhase.Resolved => RoundStatus.Resolved,
        _ => null,
    };

    public static Deferred<double?> Multiplier(Lazy<Task<RoundView>> round, string score) =>
        new(async () => (await round.Value).Settings.Payout.Multipliers.TryGetValue(score, out var multiplier) ? (double)multiplier : null);

    public Task<RoundView> ReadAsync(RoundId id) => ReadAsync(actors, id);

    private static async Task<RoundView> ReadAsync(IActors actors, RoundId id) => (await actors.Round(id).GetAsync()).Require();

    private static RoundNode Make(
        RoundId id, RoundPhase phase, DateTimeOffset opens, DateTimeOffset closes, DateTimeOffset resolves, decimal? factor,
        Lazy<Task<RoundView>> round)
    {
        var (corr, mmc) = (Multiplier(round, "corr"), Multiplier(round, "mmc"));
        var resolved = phase == RoundPhase.Resolved;
        return new RoundNode(
            id,
            id.Tournament.Number,
            id.Number,
            null,
            opens,
            closes,
            closes,
            resolves,
            resolved,
            resolved,
            factor,
            new Deferred<DateTimeOffset?>(async () => (await round.Value).Calendar.FirstScore),
            new Deferred<double?>(async () => Numbers.Of((await round.Value).Settings.Payout.StakeThreshold)),
            corr,
            corr,
            corr,
            mmc,
            mmc,
            mmc,
            new Deferred<int?>(
                async () => (await round.Value).Basis?.Date is { } day ? (day.Year * 10_000) + (day.Month * 100) + day.Day : null));
    }
}
