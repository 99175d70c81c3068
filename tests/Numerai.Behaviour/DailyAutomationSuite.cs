using System.Text;
using Numerai.Behaviour.Signals;
using Numerai.Contracts;
using Numerai.Data.Tables;
using Numerai.Tournament.Automation;
using Numerai.Tournament.Rounds;

namespace Numerai.Behaviour;

/// <summary>Rounds of Signals and Crypto that run from a feed of daily universes and targets, over any host.</summary>
public abstract class DailyAutomationSuite
{
    private const string AutomationAlert = "automation_waits";

    /// <summary>A Monday: the universe of the round that opens on the tournament's first day.</summary>
    private static readonly DateOnly _first = new(2026, 1, 5);

    protected abstract Task<ITournamentHost> StartAsync();

    [Fact]
    public async Task Signals_run_on_the_universe_of_the_day_before_and_an_outage_is_caught_up_in_order()
    {
        await using var host = await StartAsync();
        using var feed = new TinyFeed();
        var signals = new TinySignals(host);
        await signals.PrepareAsync();
        feed.WriteUniverse(_first);
        await AutomatedStory.ConfigureAsync(host, TournamentId.Signals, feed.Folder);
        await host.TickAsync();
        foreach (var model in TinySignals.Models)
        {
            (await signals.SubmitAsync(model,
                TinySignals.Csv("numerai_ticker,signal", TinySignals.Signal(model, 1), TinySignals.Ticker))).Require();
        }

        // The server is away for a week. The pipeline goes on; of the days that nobody could have entered, only the latest universe is
        // needed.
        feed.WriteTarget(_first, 1);
        feed.WriteTarget(_first, 2);
        feed.WriteUniverse(_first.AddDays(7));
        await host.RestartAsync();
        await host.AdvanceToAsync(TinyTournament.Start.AddDays(7).AddMinutes(30));
        await host.AdvanceToAsync(TinyTournament.Start.AddDays(7).AddMinutes(90));

        var view = await ViewAsync(host, TournamentId.Signals);
        CaughtUp.InOrder(
            ["Open 1", "Close 1", "Missed 0", "Missed 0", "Missed 0", "Missed 0", "Score 1", "Open 2", "Close 2", "Score 1", "Resolve 1"],
            view);
        Assert.Equal("signals/v2.1", view.Prefix);
        var (first, second) = (await RoundAsync(host, TournamentId.Signals, 1), await RoundAsync(host, TournamentId.Signals, 2));
        Assert.Equal((RoundPhase.Resolved, _first), (first.Phase, first.Basis!.Date));
        Assert.Equal((RoundPhase.Closed, _first.AddDays(7)), (second.Phase, second.Basis!.Date));
        Assert.Equal("signals/v2.1/live_2026-01-05.parquet", first.LiveDataset);
        Assert.Contains(
            "alpha", (await host.ReadModel.ScoresAsync(new(null, null, null, null, null, 1000, 0))).Select(score => score.Score));
    }

    [Fact]
    public async Task A_bad_file_is_named_and_alerted_nothing_of_it_is_kept_and_a_better_one_is_taken()
    {
        await using var host = await StartAsync();
        using var feed = new TinyFeed();
        await new TinySignals(host).PrepareAsync();
        feed.WriteUniverse(_first);
        var weights = TinySignals.UniverseFiles().Last();
        feed.WriteDaily(_first, "live_2026-01-05_neutralizer.parquet", weights.Content);
        await AutomatedStory.ConfigureAsync(host, TournamentId.Signals, feed.Folder);
        await host.TickAsync();
        await host.TickAsync();
        await AssertAlertedAsync(host, "tournament 11, round 1: open", "rounds/2026-01-05 of the feed: ");
        Assert.Empty(await host.Datasets.ListAsync());
        Assert.Equal(
            RefusalCodes.UniverseNotFound, (await host.Actors.Universe(new(TournamentId.Signals, _first)).GetAsync()).Refusal?.Code);

        feed.WriteUniverse(_first);
        await host.TickAsync();
        await AssertNoAlertAsync(host);
        Assert.Equal(RoundPhase.Open, (await RoundAsync(host, TournamentId.Signals, 1)).Phase);

        var target = TinySignals.Target(1);
        feed.WriteDaily(_first, "targets/day_1.csv", Encoding.UTF8.GetBytes(target + "unknown US,0.5,0.5,0.5,0.5\n"));
        await host.AdvanceToAsync(TinyTournament.Start.AddDays(4).AddHours(2));
        await AssertAlertedAsync(host, "tournament 11, round 1: score day 1", "rounds/2026-01-05/targets/day_1.csv of the feed: Row 121");
        Assert.Equal(0, (await RoundAsync(host, TournamentId.Signals, 1)).ScoredDay);

        feed.WriteTarget(_first, 1);
        await host.TickAsync();
        Assert.Equal(1, (await RoundAsync(host, TournamentId.Signals, 1)).ScoredDay);
    }

    [Fact]
    public async Task Signals_wait_for_neutralizers_and_weights_and_a_universe_that_was_published_by_hand_is_used()
    {
        await using var host = await StartAsync();
        using var feed = new TinyFeed();
        var signals = new TinySignals(host);
        await signals.PrepareAsync();
        feed.WriteDaily(_first, "live_2026-01-05.parquet", TinySignals.UniverseFiles().First().Content);
        await AutomatedStory.ConfigureAsync(host, TournamentId.Signals, feed.Folder);
        await host.TickAsync();
        Assert.Equal(
            ["round 1: open: the feed has no rounds/2026-01-05/live_2026-01-05_neutralizer.parquet yet"],
            (await ViewAsync(host, TournamentId.Signals)).Waiting.ToArray());

        (await signals.PublishUniverseAsync(number: 0)).Require();
        await host.TickAsync();

        Assert.Equal("signals/v2.1/2026-01-05/live.parquet", (await RoundAsync(host, TournamentId.Signals, 1)).LiveDataset);
    }

    [Fact]
    public async Task Crypto_runs_on_live_files_alone()
    {
        await using var host = await StartAsync();
        using var feed = new TinyFeed();
        var schedule = host.Actors.Schedule(TournamentId.Crypto);
        var settings = (await schedule.GetAsync()).Require().Settings;
        (await schedule.ChangeSettingsAsync(settings with { Version = 2, Scoring = new ScoringSettings(1, 2) })).Require();
        string[] symbols = [.. Enumerable.Range(0, 110).Select(row => $"T{row}")];
        feed.WriteDaily(_first, "live_2026-01-05.parquet", TinySignals.Bytes(new Table([new TableColumn<string>("symbol", symbols)])));
        feed.WriteDaily(
            _first,
            "targets/day_1.csv",
            Encoding.UTF8.GetBytes("symbol,target\n" + string.Concat(symbols.Select((symbol, row) => $"{symbol},0.{row % 4}\n"))));
        await AutomatedStory.ConfigureAsync(host, TournamentId.Crypto, feed.Folder);
        await host.TickAsync();
        Assert.Equal(RoundPhase.Open, (await RoundAsync(host, TournamentId.Crypto, 1)).Phase);

        await host.AdvanceToAsync(TinyTournament.Start.AddDays(4).AddHours(2));

        var round = await RoundAsync(host, TournamentId.Crypto, 1);
        Assert.Equal((RoundPhase.Resolved, "crypto/v2.0/live_2026-01-05.parquet"), (round.Phase, round.LiveDataset));
    }

    private static async Task AssertAlertedAsync(ITournamentHost host, string subject, string message)
    {
        await host.SettleAsync();
        var alert = Assert.Single(await host.ReadModel.AlertsAsync(standing: true, 10, 0), alert => alert.Subject == subject);
        Assert.Equal(AutomationAlert, alert.Code);
        Assert.StartsWith(message, alert.Message, StringComparison.Ordinal);
    }

    private static async Task AssertNoAlertAsync(ITournamentHost host)
    {
        await host.SettleAsync();
        Assert.Empty(await host.ReadModel.AlertsAsync(standing: true, 10, 0));
    }

    private static async Task<AutomationView> ViewAsync(ITournamentHost host, TournamentId tournament) =>
        (await host.Actors.Automation(tournament).GetAsync()).Require();

    private static async Task<RoundView> RoundAsync(ITournamentHost host, TournamentId tournament, int number) =>
        (await host.Actors.Round(new RoundId(tournament, number)).GetAsync()).Require();
}
