using Numerai.Simulations.Economy;
using Numerai.Simulations.Portfolios;
using Numerai.Simulations.Research;

namespace Numerai.Simulations.Results;

/// <summary>What is made of a result: the content of <c>result.json</c> and of the report.</summary>
public sealed record SimulationSummary
{
    public required string Scenario { get; init; }

    public required string Description { get; init; }

    public required int Seed { get; init; }

    public required string Market { get; init; }

    /// <summary>The score that meta models and models are compared by: CORR, or ALPHA in Signals.</summary>
    public string Score { get; init; } = "CORR";

    public required string Hash { get; init; }

    /// <summary>The numbers that a pinned backtest compares, by name.</summary>
    public required SortedDictionary<string, double> Statistics { get; init; }

    public required MetaModelStudy MetaModels { get; init; }

    public required IReadOnlyList<PopulationSummary> Populations { get; init; }

    public required EconomySummary Economy { get; init; }

    public required SkillStudy Skill { get; init; }

    /// <summary>Portfolio scores, churn and turnover of Signals; null in Classic.</summary>
    public SignalsStudy? Signals { get; init; }

    public PortfolioResult? Portfolio { get; init; }

    /// <summary>The same scenario without its attackers; null unless the scenario asks for it.</summary>
    public CounterfactualSummary? Counterfactual { get; init; }

    public required IReadOnlyList<RoundRow> Rounds { get; init; }
}
