using Numerai.Data.Features;
using Numerai.Data.Panels;
using Numerai.Data.Targets;

namespace Numerai.Data.Signals;

/// <summary>
/// One day's securities with what portfolios on them are measured by. Everything is known at the day's close.
/// </summary>
/// <param name="Era">Securities and raw features.</param>
/// <param name="SampleWeights">Square roots of a quarter's mean dollar volume, mean 1, none above 5 before scaling: how much a fund can
/// hold.</param>
/// <param name="Neutralizers">Sectors, market beta and styles, orthonormal under the sample weights.</param>
public sealed record DailyUniverse(RawEra Era, double[] SampleWeights, IReadOnlyList<double[]> Neutralizers)
{
    private const int Quarter = 63;
    private const double LargestWeight = 5;

    /// <summary>Factors and styles that are taken out of portfolios, beside the sectors.</summary>
    public static IReadOnlyList<string> Styles { get; } =
        ["beta_252", "size_252", "volatility_63", "momentum_252_21", "residual_reversal_21", "illiquidity_126"];

    public static DailyUniverse Of(PricePanel panel, RawEra era)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(era);
        var weights = Weights(panel, era);
        return new DailyUniverse(era, weights, WeightedBasis.Of(Columns(panel, era), weights));
    }

    /// <summary>
    /// The era of the securities with the largest mean dollar volume over the last quarter; ties go to the one listed first.
    /// </summary>
    public static RawEra Largest(PricePanel panel, RawEra era, int count)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(era);
        int[] rows = [.. Enumerable.Range(0, era.RowCount).OrderByDescending(row => Volume(panel, era, row)).Take(count).Order()];
        var features = new float[era.Features.Length / era.RowCount * rows.Length];
        for (var at = 0; at < features.Length; at++)
        {
            features[at] = era.Feature(at / rows.Length)[rows[at % rows.Length]];
        }

        return era with { Securities = Array.ConvertAll(rows, row => era.Securities[row]), Features = features };
    }

    /// <summary>
    /// The target that pays: returns on the normal scale, less what the neutralizers explain of them under the weights, in five bins.
    /// </summary>
    public float[] PortfolioTarget(TargetBuilder targets, int days)
    {
        ArgumentNullException.ThrowIfNull(targets);
        var target = targets.Continuous(Era, days, TargetNeutrality.Raw);
        var weighted = target.Select((value, row) => value * SampleWeights[row]).ToArray();
        foreach (var column in Neutralizers)
        {
            Scoring.Statistics.FixedLanes.AddScaled(column, -Scoring.Statistics.FixedLanes.Dot(column, weighted), target);
        }

        return TargetBins.Of(target);
    }

    private static double[] Weights(PricePanel panel, RawEra era)
    {
        var roots = Enumerable.Range(0, era.RowCount).Select(row => Math.Sqrt(Volume(panel, era, row))).ToArray();
        var mean = roots.Where(root => root > 0).DefaultIfEmpty(1).Average();
        var weights = Array.ConvertAll(roots, root => root > 0 ? Math.Min(root / mean, LargestWeight) : 1);
        var scale = weights.Average();
        return Array.ConvertAll(weights, weight => weight / scale);
    }

    private static double Volume(PricePanel panel, RawEra era, int row)
    {
        var first = Math.Max(0, era.Day - Quarter + 1);
        var (sum, days) = (0.0, 0);
        foreach (var value in panel.DollarVolume(era.Securities[row])[first..(era.Day + 1)])
        {
            if (!double.IsNaN(value))
            {
                (sum, days) = (sum + value, days + 1);
            }
        }

        return days == 0 ? 0 : sum / days;
    }

    private static IEnumerable<double[]> Columns(PricePanel panel, RawEra era)
    {
        var sectors = era.Securities.Select(security => panel.Sectors[security]).Distinct(StringComparer.Ordinal);
        foreach (var sector in sectors.Order(StringComparer.Ordinal))
        {
            yield return Array.ConvertAll(era.Securities, security => panel.Sectors[security] == sector ? 1.0 : 0);
        }

        foreach (var style in Styles)
        {
            yield return GaussianRank.Of(era.Feature(FeatureCatalog.IndexOf(style)));
        }
    }
}
