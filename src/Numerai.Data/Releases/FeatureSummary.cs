using Numerai.Data.Targets;
using Numerai.Scoring.Statistics;

namespace Numerai.Data.Releases;

/// <summary>Computes <c>features.json</c> from the training eras only, so that a feature set tells nothing about validation.</summary>
internal static class FeatureSummary
{
    private const int SmallSize = 16;
    private const int MediumSize = 40;
    private const int Decimals = 6;

    public static FeatureMetadata Of(ReleaseMaterial material)
    {
        var names = material.Obfuscator.FeatureNames;
        var eras = material.Split.Positions(EraRole.Train).ToList();
        var targets = eras.ConvertAll(e => Array.ConvertAll(material.Target(e, TargetDefinition.Main, material.Split.Now), v => (double)v));
        var statistics = new FeatureStatistics[names.Count];
        Parallel.For(0, names.Count, f => statistics[f] = Of(eras.Select((e, i) => Correlation(material.Eras[e].Feature(f), targets[i]))
            .ToArray()));
        var ranked = Enumerable.Range(0, names.Count).OrderByDescending(f => Math.Abs(statistics[f].TargetCorrelationSharpe))
            .ThenBy(f => f).ToList();
        return new FeatureMetadata(
            names.Select((name, f) => (name, f)).ToDictionary(p => p.name, p => statistics[p.f]),
            new Dictionary<string, IReadOnlyList<string>>
            {
                ["small"] = Pick(ranked.Take(SmallSize)),
                ["medium"] = Pick(ranked.Take(MediumSize)),
                ["all"] = names,
            },
            TargetDefinition.All.Select(target => target.Name).ToList());

        string[] Pick(IEnumerable<int> features) => features.Order().Select(f => names[f]).ToArray();
    }

    private static FeatureStatistics Of(double[] correlations)
    {
        var mean = Moments.Mean(correlations);
        var deviation = Moments.PopulationDeviation(correlations);
        var worst = mean < 0 ? -correlations.Max() : correlations.Min();
        return new FeatureStatistics(Math.Round(mean, Decimals), Math.Round(deviation, Decimals),
            deviation > 0 ? Math.Round(mean / deviation, Decimals) : 0, Math.Round(worst, Decimals));
    }

    /// <summary>Pearson correlation; 0 when the feature is constant in the era.</summary>
    private static double Correlation(ReadOnlySpan<sbyte> bins, double[] target)
    {
        var wide = new double[bins.Length];
        for (var i = 0; i < wide.Length; i++)
        {
            wide[i] = bins[i];
        }

        return Moments.IsConstant(wide) ? 0 : Scoring.Statistics.Correlation.Pearson(wide, target);
    }
}
