using Numerai.Simulations.Research;
using Numerai.Simulations.Results;
using Numerai.Simulations.Staking;

namespace Numerai.Simulations.Economy;

/// <summary>Follows the NMR of a result.</summary>
internal static class EconomyStudy
{
    public static EconomySummary Of(SimulationResult result)
    {
        var rounds = result.Rounds;
        var net = rounds.Select(round => Shares.Number(round.Paid)).ToArray();
        var treasury = Shares.Number(rounds[^1].Treasury);
        var spending = net[(net.Length / 2)..].Average();
        var paid = rounds.Sum(round => Shares.Number(round.Paid));
        var burned = rounds.Sum(round => Shares.Number(round.Burned));
        return new EconomySummary(
            paid,
            burned,
            (double)result.Scenario.Treasury,
            treasury,
            Shares.Number(rounds[^1].Shortfall),
            rounds.FirstOrDefault(round => round.Shortfall.IsPositive)?.Round ?? 0,
            spending > 0 ? treasury / spending : double.PositiveInfinity,
            rounds[0].Gini,
            rounds[^1].Gini,
            Shares.Number(rounds[0].AtRisk),
            Shares.Number(rounds[^1].AtRisk),
            NoiseHalfLife(result),
            paid > 0 ? burned / paid : double.NaN);
    }

    public static IReadOnlyList<PopulationSummary> Populations(SimulationResult result, EraBootstrap bootstrap) =>
        [.. result.Scenario.Populations.Select(population => Population(result, population.Name, bootstrap))];

    private static PopulationSummary Population(SimulationResult result, string name, EraBootstrap bootstrap)
    {
        var scenario = result.Scenario.Populations.First(population => population.Name == name);
        var accounts = result.Accounts.Where(account => account.Population == name).ToList();
        var rows = result.ModelRounds.Where(row => result.Models[row.Model].Population == name).ToList();
        var contributions = result.Rounds.Select(round => round.Contributions.GetValueOrDefault(name, double.NaN)).ToArray();
        var deposited = accounts.Sum(account => Shares.Number(account.Deposited));
        var profit = accounts.Sum(account => Shares.Number(account.Profit));
        return new PopulationSummary(
            name,
            scenario.Archetype,
            scenario.Attack,
            accounts.Count,
            accounts.Count(account => account.LeftAt > 0),
            accounts.Count * scenario.Models,
            Mean(rows, row => row.Corr),
            Mean(rows, row => row.Mmc),
            Mean(rows, row => row.Fnc),
            Mean(rows, row => row.Multiplier),
            deposited,
            accounts.Sum(account => Shares.Number(account.Withdrawn)),
            accounts.Sum(account => Shares.Number(account.Holds)),
            profit,
            deposited > 0 ? profit / deposited : double.NaN,
            contributions.All(double.IsNaN) ? Interval.None : bootstrap.Of(contributions, SeriesStatistics.Mean));
    }

    /// <summary>
    /// A stake s becomes s * (1 + multiplier) with every round it is in; rounds overlap, so this is per round, not per week of calendar.
    /// </summary>
    private static double NoiseHalfLife(SimulationResult result)
    {
        var growth = result.ModelRounds.Where(row => result.Models[row.Model].Archetype == "noise" && !row.Late)
            .Select(row => Math.Log(1 + row.Multiplier)).ToList();
        var mean = growth.Count == 0 ? double.NaN : growth.Average();
        return double.IsNaN(mean) ? double.NaN : mean >= 0 ? double.PositiveInfinity : Math.Log(0.5) / mean;
    }

    private static double Mean(List<ModelRoundRow> rows, Func<ModelRoundRow, double> value) =>
        SeriesStatistics.Mean([.. rows.Select(value)]);
}
