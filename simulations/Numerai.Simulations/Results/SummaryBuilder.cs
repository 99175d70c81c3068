using Numerai.Simulations.Economy;
using Numerai.Simulations.Portfolios;
using Numerai.Simulations.Research;
using Numerai.Simulations.Running;
using Numerai.Simulations.Scenarios;

namespace Numerai.Simulations.Results;

/// <summary>Makes the summary of a result.</summary>
public static class SummaryBuilder
{
    private const int Decimals = 6;

    /// <param name="result">The result.</param>
    /// <param name="alone">The same scenario without its attackers, or null.</param>
    public static SimulationSummary Build(SimulationResult result, SimulationResult? alone = null)
    {
        var scenario = result.Scenario;
        var bootstrap = new EraBootstrap(result.Rounds.Count, scenario.Research.BlockEras, scenario.Research.Resamples, scenario.Seed);
        var metaModels = MetaModelComparison.Of(result, bootstrap);
        var economy = EconomyStudy.Of(result);
        var portfolio = PortfolioBacktest.Run(result.PortfolioEras, scenario.Portfolio);
        var middle = Math.Max(1, result.Rounds.Count * 2 / 3);
        var skill = SkillTest.Of(result, new Timeline(scenario).KnownAtClose(middle), scenario.Seed);
        var populations = EconomyStudy.Populations(result, bootstrap);
        var signals = SignalsComparison.Of(result, bootstrap);
        var counterfactual = alone is null ? null : CounterfactualStudy.Of(result, alone, bootstrap);
        return new SimulationSummary
        {
            Scenario = scenario.Name,
            Description = scenario.Description,
            Seed = scenario.Seed,
            Market = result.Market,
            Score = TournamentPlay.Of(scenario.Tournament).Label,
            Hash = result.Hash,
            Statistics = Statistics(result, metaModels, economy, skill, portfolio, populations, counterfactual, signals),
            MetaModels = metaModels,
            Populations = populations,
            Economy = economy,
            Skill = skill,
            Signals = signals,
            Portfolio = portfolio,
            Counterfactual = counterfactual,
            Rounds = result.Rounds,
        };
    }

    private static SortedDictionary<string, double> Statistics(
        SimulationResult result,
        MetaModelStudy metaModels,
        EconomySummary economy,
        SkillStudy skill,
        PortfolioResult? portfolio,
        IReadOnlyList<PopulationSummary> populations,
        CounterfactualSummary? counterfactual,
        SignalsStudy? signals)
    {
        var statistics = new SortedDictionary<string, double>(StringComparer.Ordinal);
        var score = TournamentPlay.Of(result.Scenario.Tournament).Score;
        Add("rounds", result.Rounds.Count);
        foreach (var row in metaModels.Combinations)
        {
            Add($"{score}.{row.Name}.mean", row.Mean.Value);
            Add($"{score}.{row.Name}.deviation", row.Deviation);
        }

        Add("paid", economy.Paid);
        Add("burned", economy.Burned);
        Add("treasury", economy.TreasuryEnd);
        Add("shortfall", economy.Shortfall);
        Add("gini", economy.GiniEnd);
        Add("atRisk", economy.AtRiskEnd);
        Add("skill.rankCorrelation", skill.RankCorrelation.Value);
        Add("portfolio.sharpe", portfolio?.Net.Sharpe ?? double.NaN);
        Add("portfolio.turnover", portfolio?.Turnover ?? double.NaN);
        Add("effectiveModels", SeriesStatistics.Mean([.. result.Rounds.Select(round => round.EffectiveModels)]));
        Add("metaModelTurnover", SeriesStatistics.Mean([.. result.Rounds.Select(round => round.Turnover)]));
        foreach (var population in populations)
        {
            Add($"return.{population.Name}", population.Return);
        }

        foreach (var population in signals?.Populations ?? [])
        {
            Add($"alpha.{population.Name}", population.Alpha.Value);
            Add($"mpc.{population.Name}", population.Mpc.Value);
            Add($"churn.{population.Name}", population.Churn);
            Add($"atRiskShare.{population.Name}", population.AtRiskShare);
        }

        if (counterfactual is not null)
        {
            Add("attack.profit", counterfactual.AttackProfit);
            Add("attack.metaModelDamage", counterfactual.MetaModelDamage.Value);
        }

        return statistics;

        void Add(string name, double value)
        {
            if (double.IsFinite(value))
            {
                statistics[name] = Math.Round(value, Decimals);
            }
        }
    }
}
