using Numerai.Simulations.Results;

namespace Numerai.Simulations.Research;

/// <summary>Studies portfolio scores, churn and turnover of a result of Signals.</summary>
internal static class SignalsComparison
{
    /// <returns>Null for a result of Classic.</returns>
    public static SignalsStudy? Of(SimulationResult result, EraBootstrap bootstrap)
    {
        var rows = result.ModelRounds.Where(row => row.Signals is not null).ToList();
        if (rows.Count == 0)
        {
            return null;
        }

        var byPopulation = rows.ToLookup(row => result.Models[row.Model].Population, StringComparer.Ordinal);
        var byRound = rows.ToLookup(row => row.Round);
        return new SignalsStudy(
            [
                .. result.Scenario.Populations.Select(
                    population => Population(population.Name, [.. byPopulation[population.Name]], result, bootstrap))],
            [.. result.Rounds.Select(round => Round(round.Round, [.. byRound[round.Round]]))]);
    }

    private static SignalsPopulation Population(string name, List<ModelRoundRow> rows, SimulationResult result, EraBootstrap bootstrap)
    {
        var byRound = rows.ToLookup(row => row.Round);
        var alpha = Eras(scores => scores.Alpha);
        return new SignalsPopulation(
            name,
            bootstrap.Of(alpha, SeriesStatistics.Mean),
            bootstrap.Of(Eras(scores => scores.Mpc), SeriesStatistics.Mean),
            Mean(rows, scores => scores.CorrV4),
            Mean(rows, scores => scores.FncV4),
            Mean(rows, scores => scores.Ric),
            Mean(rows, scores => scores.IcV2),
            Mean(Compared(rows), scores => scores.Churn),
            Mean(Compared(rows), scores => scores.Turnover),
            AtRisk(rows),
            alpha);

        double[] Eras(Func<SignalsScores, double> score) => [.. result.Rounds.Select(round => Mean(byRound[round.Round], score))];
    }

    private static SignalsRound Round(int round, List<ModelRoundRow> rows) =>
        new(round, Mean(Compared(rows), scores => scores.Churn), Mean(Compared(rows), scores => scores.Turnover), AtRisk(rows));

    private static IEnumerable<ModelRoundRow> Compared(IEnumerable<ModelRoundRow> rows) =>
        rows.Where(row => !row.Late && row.Signals!.Compared > 0);

    private static double AtRisk(IEnumerable<ModelRoundRow> rows) =>
        SeriesStatistics.Mean([.. rows.Where(row => !row.Late).Select(row => row.Signals!.WithinLimits ? 1.0 : 0)]);

    private static double Mean(IEnumerable<ModelRoundRow> rows, Func<SignalsScores, double> score) =>
        SeriesStatistics.Mean([.. rows.Select(row => score(row.Signals!))]);
}
