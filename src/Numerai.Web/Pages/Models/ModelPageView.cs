using Numerai.Charts;
using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Accounts.Models;

namespace Numerai.Web.Pages.Models;

/// <param name="Stake">Null when it was never staked on.</param>
/// <param name="Paying">Names of the scores that pay now.</param>
/// <param name="Rounds">Newest first.</param>
public sealed record ModelPageView(
    ModelView Model, ModelStakeView? Stake, IReadOnlyList<string> Paying, IReadOnlyList<ModelRoundRow> Rounds)
{
    public IReadOnlyList<string> Scores { get; } =
    [
        .. Rounds.SelectMany(round => round.Scores.Keys).Distinct(StringComparer.Ordinal)
            .OrderBy(score => !Paying.Contains(score)).ThenBy(score => score, StringComparer.Ordinal),
    ];

    public Nmr Earned { get; } = Rounds.Aggregate(
        Nmr.Zero, (sum, round) => round.Payout is { } payout ? sum + payout.Payout - payout.Burn : sum);

    /// <summary>The paying scores, round by round.</summary>
    public LineChart? ScoreChart => Chart("Paying scores", "Latest scores of each round.", [.. Paying.Select(ScoreSeries)]);

    public LineChart? EarnedChart => Chart("Payouts less burns, summed up", "In NMR, by the round that paid.", [EarnedSeries()]);

    private ChartSeries ScoreSeries(string score)
    {
        var points = Rounds.Reverse().Where(round => round.Scores.ContainsKey(score)).ToList();
        return new ChartSeries(
            score.ToUpperInvariant(),
            [.. points.Select(round => (double)round.Round.Number)],
            [.. points.Select(round => round.Scores[score]?.Value ?? double.NaN)]);
    }

    private ChartSeries EarnedSeries()
    {
        var (sum, x, y) = (Nmr.Zero, new List<double>(), new List<double>());
        foreach (var round in Rounds.Reverse().Where(round => round.Payout is not null))
        {
            sum += round.Payout!.Payout - round.Payout.Burn;
            x.Add(round.Round.Number);
            y.Add((double)sum.Wei / 1e18);
        }

        return new ChartSeries("NMR", x, y);
    }

    /// <summary>A line needs two points.</summary>
    private static LineChart? Chart(string title, string caption, IReadOnlyList<ChartSeries> series) =>
        series.Any(line => line.Y.Count(double.IsFinite) > 1) ? new LineChart { Title = title, Caption = caption, Series = series } : null;
}
