using Numerai.Contracts;
using Numerai.Tournament.Automation;
using Numerai.Tournament.Governance;
using Numerai.Tournament.Ledger.Audit;

namespace Numerai.Behaviour;

/// <summary>
/// Rounds that run from a feed without a person, over any host. Round 1 is due at noon of the tournament's first day, a Tuesday.
/// </summary>
public abstract class AutomationSuite
{
    protected abstract Task<ITournamentHost> StartAsync();

    [Fact]
    public async Task Rounds_run_from_the_feed_and_an_outage_is_caught_up_in_order()
    {
        await using var host = await StartAsync();
        using var feed = new TinyFeed();
        var tournament = new TinyTournament(host);
        await tournament.PrepareAsync();
        await feed.WriteRoundAsync(1);
        await ConfigureAsync(host, feed.Folder);
        await host.TickAsync();
        foreach (var model in TinyTournament.Models)
        {
            (await tournament.SubmitAsync(model, 1)).Require();
        }

        // The server is away for more than a week. Meanwhile the pipeline has put targets and the next round into the feed.
        feed.WriteTarget(1, 1);
        feed.WriteTarget(1, 2);
        await feed.WriteRoundAsync(2);
        await host.RestartAsync();
        await host.AdvanceToAsync(TinyTournament.Start.AddDays(8).AddMinutes(30));

        var view = await ViewAsync(host);
        Assert.Empty(view.Waiting);
        CaughtUp.InOrder(
            ["Open 1", "Close 1", "Missed 0", "Missed 0", "Missed 0", "Missed 0", "Score 1", "Missed 0", "Score 1", "Resolve 1", "Open 2"],
            view);
        Assert.Equal(RoundPhase.Resolved, (await host.Actors.Round(TinyTournament.Round(1)).GetAsync()).Require().Phase);
        Assert.Equal(RoundPhase.Open, (await host.Actors.Round(TinyTournament.Round(2)).GetAsync()).Require().Phase);
        await host.SettleAsync();
        Assert.True((await new ConservationCheck(host.Actors, host.ReadModel).RunAsync()).Holds);
    }

    [Fact]
    public async Task Data_that_come_late_are_waited_for_and_a_round_that_nobody_could_have_entered_is_not_made()
    {
        await using var host = await StartAsync();
        using var feed = new TinyFeed();
        await new TinyTournament(host).PrepareAsync();
        await ConfigureAsync(host, feed.Folder);
        await host.TickAsync();
        Assert.Equal(["round 1: open: the feed has no rounds/1/live.parquet yet"], (await ViewAsync(host)).Waiting);

        await host.AdvanceToAsync(TinyTournament.Start.AddMinutes(59));
        await feed.WriteRoundAsync(1);
        await host.TickAsync();

        var round = (await host.Actors.Round(TinyTournament.Round(1)).GetAsync()).Require();
        Assert.Equal((RoundPhase.Open, TinyTournament.Start), (round.Phase, round.Calendar.Opens));
        await host.AdvanceToAsync(TinyTournament.Start.AddDays(1).AddHours(2));
        Assert.Equal(
            [AutomationStepKind.Open, AutomationStepKind.Close, AutomationStepKind.Missed], (await ViewAsync(host))
                .Recent.Select(record => record.Step.Kind));
        await host.AdvanceToAsync(TinyTournament.Start.AddDays(7));
        Assert.Contains(
            (await ViewAsync(host)).Waiting, reason => reason.Contains("rounds/1/targets/day_1.parquet", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_weekly_release_opens_by_its_own_calendar_a_missed_week_is_left_out_and_its_end_is_told_in_time()
    {
        await using var host = await StartAsync();
        using var feed = new TinyFeed();
        await new TinyTournament(host).PrepareAsync();
        var saturday = TinyTournament.Start.AddDays(4);
        feed.WriteCalendar(saturday, saturday.AddDays(7), saturday.AddDays(14));
        await feed.WriteRoundAsync(1);
        await feed.WriteRoundAsync(3);
        feed.WriteTarget(3, 1);
        await ConfigureAsync(host, feed.Folder);
        await host.TickAsync();
        await host.AdvanceToAsync(saturday.AddTicks(-1));
        Assert.Empty((await ViewAsync(host)).Recent);

        await host.AdvanceToAsync(saturday);
        await host.TickAsync();
        var first = (await host.Actors.Round(TinyTournament.Round(1)).GetAsync()).Require();
        Assert.Equal((saturday, saturday.AddHours(26)), (first.Calendar.Opens, first.Calendar.Closes));

        // The server is away over the second week; the tournament's second round is the release's third.
        await host.AdvanceToAsync(saturday.AddDays(14));
        var second = (await host.Actors.Round(TinyTournament.Round(2)).GetAsync()).Require();
        Assert.Equal((saturday.AddDays(14), "v5.2/live_2.parquet"), (second.Calendar.Opens, second.LiveDataset));
        await host.AdvanceToAsync(saturday.AddDays(21));
        var view = await ViewAsync(host);
        Assert.Equal(
            ["Open 1", "Close 1", "Missed 0", "Open 2", "Close 2", "Score 2"],
            view.Recent.Select(record => $"{record.Step.Kind} {record.Step.Round}"));
        Assert.Contains(
            view.Waiting, wait => wait.StartsWith("round 3: open: calendar.json of the feed has no round", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_calendar_that_cannot_be_read_opens_nothing_and_keeps_no_round_from_closing()
    {
        await using var host = await StartAsync();
        using var feed = new TinyFeed();
        await new TinyTournament(host).PrepareAsync();
        await feed.WriteRoundAsync(1);
        await ConfigureAsync(host, feed.Folder);
        await host.TickAsync();
        await File.WriteAllTextAsync(
            Path.Combine(feed.Folder, "calendar.json"), """{"rounds": [null]}""", TestContext.Current.CancellationToken);

        await host.AdvanceToAsync(TinyTournament.Start.AddHours(2));

        var view = await ViewAsync(host);
        Assert.Equal([AutomationStepKind.Open, AutomationStepKind.Close], view.Recent.Select(record => record.Step.Kind));
        Assert.StartsWith("the next opening: calendar.json of the feed:", Assert.Single(view.Waiting), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Automation_that_is_off_does_nothing_and_a_feed_that_cannot_be_is_refused()
    {
        await using var host = await StartAsync();
        using var feed = new TinyFeed();
        await new TinyTournament(host).PrepareAsync();
        await feed.WriteRoundAsync(1);
        var automation = host.Actors.Automation(TournamentId.Classic);
        Assert.Equal(
            RefusalCodes.InvalidRequest,
            (await automation.ConfigureAsync(new ConfigureAutomation(GovernanceState.Operator, true, "data", "v5.2"))).Refusal?.Code);
        Assert.Equal(
            RefusalCodes.InvalidRequest,
            (await automation.ConfigureAsync(new ConfigureAutomation(GovernanceState.Operator, true, feed.Folder, "../x"))).Refusal?.Code);
        await ConfigureAsync(host, feed.Folder);
        (await automation.ConfigureAsync(new ConfigureAutomation(GovernanceState.Operator, false, string.Empty, string.Empty))).Require();

        await host.TickAsync();

        Assert.Empty((await ViewAsync(host)).Recent);
        Assert.Equal(RefusalCodes.RoundNotFound, (await host.Actors.Round(TinyTournament.Round(1)).GetAsync()).Refusal?.Code);
        await ConfigureAsync(host, Path.Combine(feed.Folder, "gone"));
        await host.TickAsync();
        Assert.Contains("does not exist on this machine", Assert.Single((await ViewAsync(host)).Waiting), StringComparison.Ordinal);
    }

    private static async Task ConfigureAsync(ITournamentHost host, string feed) =>
        (await host.Actors.Automation(TournamentId.Classic).ConfigureAsync(new ConfigureAutomation(GovernanceState.Operator, true, feed,
            "v5.2"))).Require();

    private static async Task<AutomationView> ViewAsync(ITournamentHost host) =>
        (await host.Actors.Automation(TournamentId.Classic).GetAsync()).Require();
}
