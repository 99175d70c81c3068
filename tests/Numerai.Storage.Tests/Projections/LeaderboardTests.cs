using Numerai.Contracts;
using Numerai.Tournament.Actors;
using static Numerai.Storage.Tests.Projections.Publishing;

namespace Numerai.Storage.Tests.Projections;

public class LeaderboardTests : IAsyncDisposable
{
    private readonly Publishing _publishing;

    public LeaderboardTests()
        : this(new Publishing())
    {
    }

    private protected LeaderboardTests(Publishing publishing) => _publishing = publishing;

    [Fact]
    public async Task Models_are_ranked_by_the_sum_of_their_mean_corr_and_mmc()
    {
        foreach (var name in new[] { "best", "middle", "worst" })
        {
            await _publishing.CreateModelAsync("ada", name);
        }

        await _publishing.SendAsync("participant/ada", Start, new StakeChanged(Model("best"), Nmr.FromNmr(9), Nmr.Zero));
        await _publishing.RunRoundAsync(
            1, Start, new Result("worst", -0.02, -0.01, Burn: "0.5"), new Result("middle", 0.05, null),
            new Result("best", 0.03, 0.05, "2"));
        await _publishing.RunRoundAsync(
            2, Start.AddDays(1), new Result("best", 0.01, 0.03, Burn: "0.25"), new Result("middle", 0.03, null));

        var rows = await BoardAsync(Start.AddDays(2));

        Assert.Equal([(1, "best"), (2, "middle"), (3, "worst")], rows.Select(row => (row.Rank, row.ModelName)));
        Assert.Equal(Nmr.FromNmr(9), rows[0].Stake);
        Assert.Equal(Nmr.Parse("1.75"), rows[0].Earned);
        Assert.Equal(2, rows[0].Rounds);
        Assert.Equal(0.02, rows[0].Reputation["corr"], 12);
        Assert.Equal(0.04, rows[0].Reputation["mmc"], 12);
        Assert.Equal(["corr"], rows[1].Reputation.Keys);
        Assert.Equal(Nmr.Parse("-0.5"), rows[2].Earned);
        Assert.Equal(
            "worst", Assert.Single(await _publishing.Read.LeaderboardAsync(TournamentId.Classic, Start.AddDays(2), 5, 2)).ModelName);
    }

    [Fact]
    public async Task Results_of_rounds_come_whole_in_order_and_within_their_season()
    {
        await _publishing.CreateModelAsync("ada", "one");
        await _publishing.CreateModelAsync("bob", "two");
        await _publishing.RunRoundAsync(1, Start, new Result("one", 0.02, 0.01, "2"), new Result("two", 0.05, null, Burn: "1"));
        var mark = await _publishing.Results.MarkAsync(TournamentId.Classic);
        await _publishing.RunRoundAsync(2, Start.AddDays(9), new Result("one", 0.03, 0.04, "1"));

        var (rows, rounds) = await _publishing.Results.ReadAsync(
            TournamentId.Classic, null, null, (results, count) => (results.ToList(), count));

        Assert.Equal(2, rounds);
        Assert.Equal([(1, "one"), (1, "two"), (2, "one")], rows.Select(row => (row.Round.Number, row.ModelName)));
        Assert.Equal(("ada", Nmr.FromNmr(2)), (rows[0].Username, rows[0].Net));
        Assert.Equal([("corr", 0.02), ("mmc", 0.01)], rows[0].Scores.OrderBy(score => score.Key).Select(score => (score.Key, score.Value)));
        Assert.Equal(("corr", -Nmr.FromNmr(1)), (Assert.Single(rows[1].Scores).Key, rows[1].Net));
        Assert.NotEqual(mark, await _publishing.Results.MarkAsync(TournamentId.Classic));
        Assert.Equal(
            0,
            await _publishing.Results.ReadAsync(
                TournamentId.Classic, Start.AddYears(1), null, (results, count) => results.Count() + count));
    }

    [Fact]
    public async Task A_round_counts_for_exactly_a_year_with_or_without_a_later_one()
    {
        await _publishing.RunRoundAsync(1, Start, new Result("one", 0.9, 0.9, "5"));
        await _publishing.RunRoundAsync(2, Start.AddDays(100), new Result("one", 0.1, 0.1, "1"));

        Assert.Equal(2, Assert.Single(await BoardAsync(Start.AddDays(365).AddTicks(-1))).Rounds);
        AssertOnlyRoundTwo(Assert.Single(await BoardAsync(Start.AddDays(365))));

        await _publishing.RunRoundAsync(3, Start.AddDays(366), new Result("two", 0.1, 0.1, "1"));
        AssertOnlyRoundTwo((await BoardAsync(Start.AddDays(366))).Single(row => row.Model == Model("one")));
        Assert.Empty((await BoardAsync(Start.AddDays(900))));
    }

    [Fact]
    public async Task Late_submissions_do_not_count()
    {
        await _publishing.RunRoundAsync(1, Start, new Result("late", 0.9, 0.9, Late: true), new Result("one", 0.1, 0.1));

        Assert.Equal(Model("one"), Assert.Single(await BoardAsync(Start)).Model);
    }

    [Fact]
    public async Task Many_rounds_in_and_out_leave_no_rounding_behind()
    {
        for (var number = 1; number <= 40; number++)
        {
            await _publishing.RunRoundAsync(number, Start.AddDays(20 * number), new Result("one", 0.000000001 * number, 0.1, "0.1"));
        }

        var row = Assert.Single(await BoardAsync(Start.AddDays(20 * 40)));

        var counted = Enumerable.Range(1, 40).Where(number => 20 * (40 - number) < 365).ToList();
        Assert.Equal(counted.Count, row.Rounds);
        Assert.Equal(counted.Sum() / 1e9 / counted.Count, row.Reputation["corr"]);
        Assert.Equal(new Nmr(Nmr.Parse("0.1").Wei * counted.Count), row.Earned);
    }

    public ValueTask DisposeAsync() => _publishing.DisposeAsync();

    private static void AssertOnlyRoundTwo(LeaderboardRow row)
    {
        Assert.Equal(1, row.Rounds);
        Assert.Equal(0.1, row.Reputation["corr"]);
        Assert.Equal(Nmr.FromNmr(1), row.Earned);
    }

    private Task<IReadOnlyList<LeaderboardRow>> BoardAsync(DateTimeOffset now) =>
        _publishing.Read.LeaderboardAsync(TournamentId.Classic, now, 100, 0);
}
