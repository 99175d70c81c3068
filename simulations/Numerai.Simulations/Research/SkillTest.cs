using Numerai.Simulations.Results;

namespace Numerai.Simulations.Research;

/// <summary>Compares stakes at one moment with the scores that came later.</summary>
internal static class SkillTest
{
    private const int LeastScores = 10;
    private const int LeastModels = 5;

    public static SkillStudy Of(SimulationResult result, int known, int seed)
    {
        var split = result.Rounds.Count == 0 ? 0 : result.Rounds[result.Rounds.Count * 2 / 3].Round;

        // Rounds up to the next one after those in flight at the split had been scored in part; only later ones are out of sample.
        var firstAfter = split + (split - known);
        var later = result.ModelRounds.Where(row => row.Round >= firstAfter && !double.IsNaN(row.Skill)).GroupBy(row => row.Model)
            .Where(model => model.Count() >= LeastScores).ToDictionary(model => model.Key, model => model.Average(row => row.Skill));
        var pairs = result.ModelRounds.Where(row => row.Round == split && !row.Late && later.ContainsKey(row.Model))
            .Select(row => (row.AtRisk, Later: later[row.Model])).ToArray();
        return new SkillStudy(split, pairs.Length, Correlate(pairs, seed), Correlate([.. pairs.Where(pair => pair.AtRisk > 0)], seed));
    }

    private static Interval Correlate((double Stake, double Later)[] pairs, int seed) => pairs.Length < LeastModels
        ? Interval.None
        : new EraBootstrap(pairs.Length, 1, 2000, seed).Of(places => SeriesStatistics.RankCorrelation(
            Array.ConvertAll(places, place => pairs[place].Stake), Array.ConvertAll(places, place => pairs[place].Later)));
}
