using Numerai.Simulations.Research;
using Numerai.Simulations.Results;
using Numerai.Simulations.Scenarios;
using Numerai.Simulations.Staking;

namespace Numerai.Simulations.Economy;

/// <summary>Compares an attacked tournament with the same one left alone.</summary>
public static class CounterfactualStudy
{
    /// <summary>The scenario without the populations that attack.</summary>
    public static Scenario WithoutAttack(Scenario scenario) => scenario with
    {
        Counterfactual = false,
        Expected = null,
        Populations = [.. scenario.Populations.Where(population => !population.Attack)],
        Events = [.. scenario.Events.Select(happening => WithoutAttack(scenario, happening)).OfType<ScenarioEvent>()],
    };

    /// <summary>Null when the event was about attackers alone; an event without names would be about everyone.</summary>
    private static ScenarioEvent? WithoutAttack(Scenario scenario, ScenarioEvent happening)
    {
        string[] left = [
            .. happening.Populations.Where(name => scenario.Populations.Any(population => population.Name == name && !population.Attack))];
        return happening.Populations.Count > 0 && left.Length == 0 ? null : happening with { Populations = left };
    }

    internal static CounterfactualSummary Of(SimulationResult attacked, SimulationResult alone, EraBootstrap bootstrap)
    {
        var attackers = attacked.Accounts.Where(account => account.Attack).ToList();
        var profit = attackers.Sum(account => Shares.Number(account.Profit));
        var deposited = attackers.Sum(account => Shares.Number(account.Deposited));
        var damage = attacked.Rounds.Zip(alone.Rounds, (with, without) => with.MetaModel - without.MetaModel).ToArray();
        return new CounterfactualSummary(
            profit,
            deposited > 0 ? profit / deposited : double.NaN,
            attacked.Accounts.Where(account => !account.Attack).Sum(account => Shares.Number(account.Profit)),
            alone.Accounts.Sum(account => Shares.Number(account.Profit)),
            Shares.Number(attacked.Rounds[^1].Treasury - attacked.Rounds[^1].Shortfall),
            Shares.Number(alone.Rounds[^1].Treasury - alone.Rounds[^1].Shortfall),
            SeriesStatistics.Mean([.. attacked.Rounds.Select(round => round.MetaModel)]),
            SeriesStatistics.Mean([.. alone.Rounds.Select(round => round.MetaModel)]),
            bootstrap.Of(damage, SeriesStatistics.Mean));
    }
}
