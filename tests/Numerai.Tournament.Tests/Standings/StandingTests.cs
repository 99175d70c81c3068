using FsCheck.Xunit;
using Numerai.Contracts;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Tournament.Standings;

namespace Numerai.Tournament.Tests.Standings;

public sealed class StandingTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_accounts_score_of_a_round_is_the_stake_weighted_mean_over_its_models()
    {
        var row = Assert.Single(StandingTable.OfAccounts([Result(1, "ada", "a", 30, 0.02), Result(1, "ada", "b", 10, 0.06)], Now));
        Assert.Equal(0.03, row.Reputation["corr"], 12);
        Assert.Equal((1, Nmr.FromNmr(40), (ModelId?)null), (row.Rounds, row.AtRisk, row.Model));
    }

    [Fact]
    public void Reputation_is_the_mean_over_the_rounds_of_a_year_and_ranks_the_table()
    {
        RoundResult[] results =
        [
            Result(1, "ada", "a", 1, 0.9, daysAgo: 400),
            Result(2, "ada", "a", 1, 0.01, daysAgo: 20), Result(2, "bob", "b", 1, 0.05, daysAgo: 20),
            Result(3, "ada", "a", 1, 0.03, daysAgo: 10),
            Result(1, "old", "o", 1, 0.5, daysAgo: 400),
        ];
        var rows = StandingTable.OfModels(results.OrderBy(result => result.Round.Number), Now);
        Assert.Equal([("b", 1, 1.0), ("a", 2, 0.5)], rows.Select(row => (row.ModelName!, row.Rank, row.Percentile)));
        Assert.Equal((0.02, 2), (Math.Round(rows[1].Reputation["corr"], 12), rows[1].Rounds));
    }

    [Fact]
    public void Returns_are_earnings_over_the_mean_stake_at_risk_within_each_window()
    {
        RoundResult[] results =
        [
            Result(1, "ada", "a", 50, 0, net: 5, daysAgo: 500), Result(2, "ada", "a", 100, 0, net: -2, daysAgo: 100),
            Result(3, "ada", "a", 200, 0, net: 3, daysAgo: 30), Result(4, "ada", "a", 100, 0, net: 1, daysAgo: 0.5),
        ];
        var returns = Assert.Single(StandingTable.OfAccounts(results, Now)).Returns;
        Assert.Equal((Nmr.FromNmr(1), 1.0), (returns.Day.Earned, returns.Day.Percent!.Value));
        Assert.Equal(Nmr.FromNmr(4), returns.ThreeMonths.Earned);
        Assert.Equal(4 / 150.0 * 100, returns.ThreeMonths.Percent!.Value, 9);
        Assert.Equal(Nmr.FromNmr(2), returns.Year.Earned);
        Assert.Equal(Nmr.FromNmr(7), returns.All.Earned);
        Assert.Equal(7 / 112.5 * 100, returns.All.Percent!.Value, 9);
    }

    [Fact]
    public void A_season_counts_rounds_without_a_stake_as_zero_and_asks_for_twenty_with_at_least_one_NMR()
    {
        var results = Enumerable.Range(1, 40).SelectMany(round => new[]
        {
            Result(round, "always", "a", 1, 0.01),
            Result(round, "small", "m", 0.5m, 0.9),
            Result(round, "half", "h", 5, 0.03),
            Result(round, "short", "s", 5, 0.9),
        }.Where(result => result.Username switch { "half" => round <= 20, "short" => round <= 19, _ => true }));
        var rows = SeasonTable.Of(results, 40, Tournaments.Of(TournamentId.Classic).Titles);
        Assert.Equal(["half", "always", "small", "short"], rows.Select(row => row.Username));
        Assert.Equal([SeasonTitle.Grandmaster, SeasonTitle.Master, SeasonTitle.Novice, SeasonTitle.Novice], rows.Select(row => row.Title));
        Assert.Equal(0.015, rows[0].Score, 12);
        Assert.Equal((0, 40, false), (rows[2].QualifiedRounds, rows[2].Rounds, rows[2].Qualified));
    }

    [Theory]
    [InlineData(1, SeasonTitle.Grandmaster)]
    [InlineData(10, SeasonTitle.Master)]
    [InlineData(100, SeasonTitle.Expert)]
    [InlineData(101, SeasonTitle.Researcher)]
    [InlineData(200, SeasonTitle.Researcher)]
    [InlineData(201, SeasonTitle.Contributor)]
    [InlineData(300, SeasonTitle.Contributor)]
    [InlineData(400, SeasonTitle.Apprentice)]
    public void Titles_of_a_classic_season_of_400(int rank, SeasonTitle title) =>
        Assert.Equal(title, SeasonTable.Title(rank, 400, Tournaments.Of(TournamentId.Classic).Titles));

    [Theory]
    [InlineData(1, SeasonTitle.Grandmaster)]
    [InlineData(10, SeasonTitle.Master)]
    [InlineData(100, SeasonTitle.Expert)]
    [InlineData(101, SeasonTitle.Researcher)]
    [InlineData(200, SeasonTitle.Researcher)]
    [InlineData(300, SeasonTitle.Contributor)]
    [InlineData(301, SeasonTitle.Apprentice)]
    public void Titles_of_a_signals_season_of_400(int rank, SeasonTitle title) =>
        Assert.Equal(title, SeasonTable.Title(rank, 400, Tournaments.Of(TournamentId.Signals).Titles));

    [Property]
    public bool A_better_rank_never_has_a_lesser_title(int qualified, bool signals)
    {
        var count = Math.Abs(qualified % 2000) + 1;
        var rule = signals ? SeasonTitles.ByQuarter : SeasonTitles.ByHundred;
        var titles = Enumerable.Range(1, count).Select(rank => SeasonTable.Title(rank, count, rule)).ToList();
        return titles.SequenceEqual(titles.Order()) && titles.Count(title => title == SeasonTitle.Grandmaster) == 1;
    }

    private static RoundResult Result(
        int round, string account, string model, decimal atRisk, double corr, int net = 0, double daysAgo = 5) => new(
        new RoundId(TournamentId.Classic, round),
        Now.AddDays(-daysAgo),
        NamedUuid.Model(TournamentId.Classic, model),
        model,
        NamedUuid.Account(account),
        account,
        Nmr.Parse(atRisk.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Nmr.FromNmr(net),
        new Dictionary<string, double> { ["corr"] = corr });
}
