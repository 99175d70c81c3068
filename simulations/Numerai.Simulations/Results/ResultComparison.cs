using Numerai.Simulations.Research;

namespace Numerai.Simulations.Results;

/// <summary>Two results side by side.</summary>
/// <param name="First">Name of the first.</param>
/// <param name="Second">Name of the second.</param>
/// <param name="MetaModel">Mean CORR of the second's meta model less the first's, paired by round over the rounds both have.</param>
/// <param name="Statistics">Statistics that both have, and those of one alone with NaN for the other.</param>
public sealed record ResultComparison(
    string First, string Second, int Rounds, Interval MetaModel, IReadOnlyList<ComparedStatistic> Statistics)
{
    private const int Resamples = 2000;
    private const int BlockEras = 6;

    public static ResultComparison Of(SimulationSummary first, SimulationSummary second)
    {
        var other = second.Rounds.ToDictionary(round => round.Era, round => round.MetaModel);
        var differences = first.Rounds.Where(round => other.ContainsKey(round.Era)).Select(round => other[round.Era] - round.MetaModel)
            .ToArray();
        var names = first.Statistics.Keys.Union(second.Statistics.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new ResultComparison(
            $"{first.Scenario} (seed {first.Seed})",
            $"{second.Scenario} (seed {second.Seed})",
            differences.Length,
            differences.Length == 0
                ? Interval.None
                : new EraBootstrap(differences.Length, BlockEras, Resamples, first.Seed).Of(differences, SeriesStatistics.Mean),
            [.. names.Select(name => new ComparedStatistic(name, Value(first, name), Value(second, name)))]);
    }

    private static double Value(SimulationSummary summary, string name) =>
        summary.Statistics.TryGetValue(name, out var value) ? value : double.NaN;
}

/// <summary>One statistic of two results.</summary>
public sealed record ComparedStatistic(string Name, double First, double Second)
{
    public double Difference => Second - First;
}
