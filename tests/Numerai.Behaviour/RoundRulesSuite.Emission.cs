using Numerai.Contracts;
using Numerai.Tournament.Ledger;
using Numerai.Tournament.Ledger.Audit;
using static Numerai.Behaviour.TinyTournament;

namespace Numerai.Behaviour;

/// <content>NMR that is issued into the treasury by schedule.</content>
public abstract partial class RoundRulesSuite
{
    [Fact]
    public async Task A_schedule_issues_each_due_date_once_and_catches_up_in_order_after_an_outage()
    {
        var schedule = Host.Actors.Schedule(TournamentId.Classic);
        var settings = (await schedule.GetAsync()).Require().Settings;
        var emission = new EmissionSettings(
        [
            new EmissionPeriod(Start.AddDays(1), TimeSpan.FromDays(7), Nmr.FromNmr(40), Start.AddDays(8)),
            new EmissionPeriod(Start.AddDays(8), TimeSpan.FromDays(7), Nmr.Parse("20.000000000000000001")),
        ]);
        (await schedule.ChangeSettingsAsync(settings with { Version = settings.Version + 1, Emission = emission })).Require();
        await Host.TickAsync();
        Assert.Equal(Nmr.FromNmr(1000), (await Host.Actors.Treasury().GetAsync()).Require().Minted);

        await Host.RestartAsync();
        await Host.AdvanceToAsync(Start.AddDays(16));
        await Host.TickAsync();
        await Host.SettleAsync();

        var treasury = (await Host.Actors.Treasury().GetAsync()).Require();
        Assert.Equal(Nmr.Parse("1080.000000000000000002"), treasury.Balance);
        Assert.Equal((3L, Start.AddDays(15)), (treasury.Emissions[8].Count, treasury.Emissions[8].LastDue));
        var booked = await Host.ReadModel.LedgerAsync("treasury", 100, 0);
        Assert.Equal(
            [
                "emission/8/2026-01-07T12:00:00.0000000Z", "emission/8/2026-01-14T12:00:00.0000000Z",
                "emission/8/2026-01-21T12:00:00.0000000Z"],
            booked.Where(entry => entry.Reason == LedgerReason.Emission).Select(entry => entry.Transfer));
        Assert.True((await new ConservationCheck(Host.Actors, Host.ReadModel).RunAsync()).Holds);

        // A schedule that is taken away has issued all that was due before.
        await Host.AdvanceToAsync(Start.AddDays(17));
        (await Host.Actors.Schedule(TournamentId.Classic).ChangeSettingsAsync(settings with { Version = settings.Version + 2 })).Require();
        await Host.AdvanceToAsync(Start.AddDays(60));
        Assert.Equal(treasury.Minted, (await Host.Actors.Treasury().GetAsync()).Require().Minted);
    }
}
