using Numerai.Contracts;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;

namespace Numerai.Tournament.Tests.Automation;

/// <summary>Automation asks a round for a step once, whatever the round makes of it, and does not wear out a feed.</summary>
public sealed class RoundAtWorkTests
{
    private const string Folder = "/srv/feed";
    private const string Web = "https://feeds.example.org/classic";
    private const string Target = "rounds/1/targets/day_1.parquet";

    [Fact]
    public async Task A_round_that_is_at_work_is_not_asked_again_and_its_step_is_noted_once_when_it_is_done()
    {
        var automated = new AutomatedRound(Folder) { Scores = view => view with { Phase = RoundPhase.Scoring, Working = "scoring" } };
        for (var tick = 0; tick < 3; tick++)
        {
            Assert.Empty(await automated.TickAsync());
        }

        Assert.Equal((1, 1), (automated.Published, automated.Fetched.Count(name => name == Target)));
        Assert.Empty((await automated.ViewAsync()).Recent);

        automated.View = Scored(automated.View) with { Working = null };
        Assert.Equal(["round 1: score day 1"], await automated.TickAsync());
        Assert.Empty(await automated.TickAsync());
        Assert.Single((await automated.ViewAsync()).Recent);
        Assert.Equal((1, 1), (automated.Published, automated.Fetched.Count(name => name == Target)));
    }

    [Fact]
    public async Task A_round_that_somebody_else_put_to_work_is_left_alone()
    {
        var automated = new AutomatedRound(Folder) { Scores = view => Scored(view) };
        automated.View = automated.View with { Working = "closing" };

        Assert.Empty(await automated.TickAsync());
        Assert.Equal(0, automated.Published);

        automated.View = automated.View with { Working = null };
        Assert.Equal(["round 1: score day 1"], await automated.TickAsync());
    }

    [Fact]
    public async Task A_round_that_accepts_a_step_and_does_not_do_it_is_asked_once_a_tick_and_nothing_is_noted()
    {
        var automated = new AutomatedRound(Folder);

        await automated.TickAsync();

        Assert.Equal(1, automated.Published);
        await automated.TickAsync();
        Assert.Equal(2, automated.Published);
        Assert.Empty((await automated.ViewAsync()).Recent);
    }

    [Fact]
    public async Task A_bad_file_of_a_web_feed_is_fetched_after_waits_that_grow_and_its_alert_stands_all_the_while()
    {
        var automated = new AutomatedRound(Web) { Scores = _ => new Refusal(RefusalCodes.InvalidTarget, "Row 3 is bad.") };
        var fetched = new List<int>();
        for (var minute = 0; minute < 16; minute++)
        {
            for (var tick = 0; tick < 6; tick++)
            {
                await automated.TickAsync();
                Assert.Single((await automated.ViewAsync()).Waiting);
                automated.Pass(TimeSpan.FromSeconds(10));
            }

            fetched.Add(automated.Fetched.Count(name => name == Target));
        }

        Assert.Equal([1, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 5], fetched);
    }

    [Fact]
    public async Task A_feed_that_is_down_is_asked_for_one_file_a_tick_and_a_minute_later_again()
    {
        var automated = new AutomatedRound(Web) { Failing = name => new FeedException($"The feed stalled at {name}.") { Down = true } };

        await automated.TickAsync();
        await automated.TickAsync();

        Assert.Equal(["calendar.json"], automated.Fetched);
        Assert.All((await automated.ViewAsync()).Waiting, wait => Assert.Contains("stalled", wait, StringComparison.Ordinal));
        automated.Pass(TimeSpan.FromMinutes(1));
        await automated.TickAsync();
        Assert.Equal(["calendar.json", "calendar.json"], automated.Fetched);
    }

    private static RoundView Scored(RoundView view) => view with { Phase = RoundPhase.Scoring, ScoredDay = view.ScoredDay + 1 };
}
