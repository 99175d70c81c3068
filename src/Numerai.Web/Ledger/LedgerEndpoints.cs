using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Actors.Clocks;
using Numerai.Tournament.Ledger.Audit;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Tournament.Rounds.Schedule;
using Numerai.Tournament.Treasury;
using Numerai.Web.Http;

namespace Numerai.Web.Ledger;

internal static class LedgerEndpoints
{
    public static void MapLedger(this IEndpointRouteBuilder api)
    {
        api.MapGet("/ledger", ListAsync).WithSummary("Every transfer of NMR, oldest first; ?chain= for one chain.");
        api.MapGet("/treasury", GetTreasuryAsync).WithSummary("The treasury that payouts come from, and the schedules that issue into it.");
        api.MapGet("/treasury/runway", GetRunwayAsync).WithSummary(
            "How long the treasury lasts when rounds go on paying as they did and schedules issue what they say.");
        api.MapGet("/conservation", CheckAsync)
            .WithSummary(
                "Whether all NMR is accounted for: issued = wallets + stakes + pending + agreements + treasury + burned, actors against "
                    + "ledger.");
    }

    private static async Task<Answer<Page<LedgerEntryResponse>>> ListAsync(string? chain, Paging paging, IReadModel readModel) =>
        await paging.PageAsync((limit, offset) => readModel.LedgerAsync(chain, limit, offset), LedgerEntryResponse.Of);

    private static async Task<Answer<Conservation>> CheckAsync(ConservationCheck check) =>
        (await check.RunAsync()).Answer();

    internal static async Task<Answer<TreasuryBalance>> GetTreasuryAsync(IActors actors) =>
        await TreasuryAsync(await actors.Treasury().GetAsync(), actors);

    /// <summary>The treasury with the schedules that issue into it.</summary>
    internal static async Task<Answer<TreasuryBalance>> TreasuryAsync(Outcome<TreasuryView> treasury, IActors actors)
    {
        var schedules = await SchedulesAsync(actors);
        return Answer<TreasuryBalance>.Of(treasury, view => view.Answer(schedules));
    }

    internal static async Task<Answer<TreasuryRunway>> GetRunwayAsync(IActors actors, IReadModel readModel, TournamentTime time) =>
        Answer<TreasuryRunway>.Of(await RunwayAsync(actors, readModel, time), runway => runway);

    internal static async Task<Outcome<TreasuryRunway>> RunwayAsync(IActors actors, IReadModel readModel, TournamentTime time)
    {
        // About 65 rounds a tournament fall into the window.
        var resolved = (await readModel.RoundsAsync(null, 1000, 0)).Where(round => round.Phase == RoundPhase.Resolved);
        var schedules = (await SchedulesAsync(actors)).Where(schedule => schedule.Settings.Emission is not null)
            .Select(schedule => (schedule.Settings.Emission!, schedule.EmittedUntil)).ToList();
        var treasury = await actors.Treasury().GetAsync();
        return treasury.Accepted
            ? TreasuryRunways.Of(treasury.Value.Balance, resolved.Select(round => (round.Resolves, round.Paid)),
                time.GetUtcNow(), schedules)
            : treasury.Refusal;
    }

    private static async Task<IReadOnlyList<ScheduleView>> SchedulesAsync(IActors actors) =>
        [.. (await Task.WhenAll(Tournaments.Ids.Select(id => actors.Schedule(id).GetAsync()))).Select(schedule => schedule.Require())];
}
