using Numerai.Data.Features;
using Numerai.Scoring.Statistics;
using Numerai.Simulations.Scenarios;

namespace Numerai.Simulations.Research;

/// <summary>Studies one resolved round: other meta models, what each population adds, how many models the meta model is worth.</summary>
internal static class RoundStudy
{
    /// <summary>Score of every variant the scenario asks for.</summary>
    public static SortedDictionary<string, double> Variants(
        ResearchScenario research, RoundSubmissions round, ModelHistory history, int known, FeatureBlock features, IMetaModelScore score,
        int threads)
    {
        var variants = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var name in research.Variants)
        {
            variants[name] = score.Of(MetaModelVariants.Build(name, round, history, known, features, threads));
        }

        return variants;
    }

    /// <summary>
    /// By population: score of the meta model less score of the meta model of all others; only populations with something at risk.
    /// </summary>
    /// <param name="populations">Population of each submission.</param>
    public static SortedDictionary<string, double> Contributions(
        RoundSubmissions round, string[] populations, IMetaModelScore score, double whole, int threads)
    {
        var contributions = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var name in populations.Where((_, place) => round.Stakes[place] > 0).Distinct(StringComparer.Ordinal))
        {
            var others = round.Stakes.Select((stake, place) => populations[place] == name ? 0 : stake).ToArray();
            var without = score.Of(MetaModelVariants.Sum(round, others, threads));
            contributions[name] = double.IsNaN(without) ? 0 : whole - without;
        }

        return contributions;
    }

    /// <summary>1 / sum of squared shares; 0 without a stake.</summary>
    public static double EffectiveStakes(double[] stakes)
    {
        var total = stakes.Sum();
        return total > 0 ? 1 / stakes.Sum(stake => stake / total * (stake / total)) : 0;
    }

    /// <summary>Signals of variance 1 that were independent would average to a variance of 1 / n; 0 without a meta model.</summary>
    public static double EffectiveModels(double[]? metaModel)
    {
        if (metaModel is null)
        {
            return 0;
        }

        var deviation = Moments.PopulationDeviation(metaModel);
        return deviation > 0 ? 1 / (deviation * deviation) : 0;
    }
}
