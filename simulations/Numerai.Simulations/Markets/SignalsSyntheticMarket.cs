using System.Globalization;
using Numerai.Data.Signals;
using Numerai.Data.Targets;
using Numerai.Scoring.LinearAlgebra;
using Numerai.Scoring.Ranking;
using Numerai.Scoring.Statistics;
using Numerai.Simulations.Scenarios;
using Numerai.Tournament.Rounds.Scoring;

namespace Numerai.Simulations.Markets;

/// <summary>
/// The synthetic market as Signals sees it: securities keep their tickers, portfolios are neutral to sector, beta, size, volatility and two
/// styles, and targets are returns of up to 60 days. The features stand for what anybody can work out from public data.
/// </summary>
public sealed class SignalsSyntheticMarket : IMarket
{
    private const int LagDays = 2;
    private const int HoldingDays = 5;
    private const double LargestWeight = 5;
    private static readonly string[] _styles = ["feature_momentum_000", "feature_reversal_000"];
    private readonly SyntheticWeeks _weeks;

    public SignalsSyntheticMarket(MarketScenario options, int seed, int history)
    {
        _weeks = new SyntheticWeeks(options, seed, history);
        Description = string.Create(
            CultureInfo.InvariantCulture, $"synthetic, {options.Securities} securities with tickers, {options.Features} features, seed "
                + $"{seed}");
    }

    public string Description { get; }

    public int Eras => int.MaxValue;

    public IReadOnlyList<string> FeatureNames => _weeks.Premia.FeatureNames;

    public IReadOnlyList<string> TargetNames => TargetColumns.Four;

    public MarketEra Read(int number)
    {
        var days = TournamentPlay.OfPortfolios.HorizonDays;
        var week = _weeks.Advance(number, (LagDays + days + SyntheticWeeks.WeekDays - 1) / SyntheticWeeks.WeekDays);
        var tickers = Array.ConvertAll(week.Numbers, security => string.Create(CultureInfo.InvariantCulture, $"S{security:000000}"));
        var rows = Enumerable.Range(0, tickers.Length).ToArray();
        Array.Sort(tickers, rows, StringComparer.Ordinal);
        var features = week.Features(FeatureNames, rows);
        double[][] risks = [.. Risks(rows)];
        double[][] styles = [.. _styles.Select(style => Column(features.Column(FeatureNames.ToList().IndexOf(style))))];
        var weights = Weights(rows);
        var neutralizers = WeightedBasis.Of([.. risks, .. styles], weights);
        var factors = Basis([.. risks[..^2]]);
        var all = Basis([.. risks, .. styles]);
        return new MarketEra
        {
            Number = number,
            Ids = Array.ConvertAll(tickers, ticker => ticker + "_US"),
            Features = features,
            Targets = Targets(days),
            Stressed = week.Stressed,
            Securities = SyntheticSecurities.Of(_weeks, number, week, LagDays, HoldingDays, rows),
            Signals = new SignalsBasis
            {
                Aliases = new(StringComparer.Ordinal)
                {
                    ["bloomberg_ticker"] = Array.ConvertAll(tickers, ticker => ticker + " US"),
                    ["ticker"] = tickers,
                },
                SampleWeights = weights,
                Neutralizers = neutralizers,
                TargetsAfter = Targets,
            },
        };

        float[][] Targets(int after)
        {
            var returns = _weeks.Returns(number, LagDays, after);
            var own = Array.ConvertAll(rows, row => returns[row]);
            return
            [
                Binned(own, values => SignalsBasis.Residual(values, neutralizers, weights)),
                Binned(own, values => Neutral(values, all)),
                Binned(own, values => Neutral(values, factors)),
                Binned(own, values => values),
            ];
        }
    }

    /// <summary>A column a sector, then beta, size and volatility on the normal scale.</summary>
    private IEnumerable<double[]> Risks(int[] rows)
    {
        for (var sector = 0; sector < SyntheticWeeks.Sectors; sector++)
        {
            yield return Array.ConvertAll(rows, row => _weeks.Sector[row] == sector ? 1.0 : 0);
        }

        foreach (var factor in new[] { _weeks.Beta, _weeks.DollarVolume, _weeks.Volatility })
        {
            yield return Gaussian(Array.ConvertAll(rows, row => factor[row]));
        }
    }

    /// <summary>Square roots of the dollar volume, none above five times the mean; mean 1.</summary>
    private double[] Weights(int[] rows)
    {
        var roots = Array.ConvertAll(rows, row => Math.Sqrt(_weeks.DollarVolume[row]));
        var mean = roots.Average();
        var capped = Array.ConvertAll(roots, root => Math.Min(root / mean, LargestWeight));
        var scale = capped.Average();
        return Array.ConvertAll(capped, weight => weight / scale);
    }

    private static double[] Column(ReadOnlySpan<sbyte> bins)
    {
        var column = new double[bins.Length];
        for (var row = 0; row < column.Length; row++)
        {
            column[row] = bins[row] - 2;
        }

        return column;
    }

    private static OrthonormalBasis Basis(double[][] columns) =>
        OrthonormalBasis.Of(
            new ColumnMatrix(columns[0].Length, columns.Length, columns.SelectMany(column => column).ToArray()), withConstant: false);

    private static double[] Neutral(double[] values, OrthonormalBasis basis)
    {
        basis.Neutralize(values);
        return values;
    }

    /// <summary>Returns on the normal scale, less what the target is neutral to, in bins; NaN where the security is gone.</summary>
    private static float[] Binned(double[] returns, Func<double[], double[]> neutralize)
    {
        var target = neutralize(Gaussian(returns));
        return TargetBins.Of(target.Select((value, row) => double.IsNaN(returns[row]) ? double.NaN : value).ToArray());
    }

    /// <summary>Tie-kept ranks on the normal scale, 0 for what is missing.</summary>
    private static double[] Gaussian(double[] values)
    {
        var ranks = new double[values.Length];
        Ranks.TieKept(values, ranks);
        return Array.ConvertAll(ranks, rank => double.IsNaN(rank) ? 0 : NormalQuantile.Of(rank));
    }
}
