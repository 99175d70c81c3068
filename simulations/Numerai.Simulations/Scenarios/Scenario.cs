using System.ComponentModel;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Numerai.Tournament.Rounds.Presets;

namespace Numerai.Simulations.Scenarios;

/// <summary>One simulated tournament: its market, its people, its rules, and what is studied. Read from a JSON file.</summary>
public sealed record Scenario
{
    [JsonPropertyName("$schema")]
    [Description("Where the schema of scenario files is, for editors.")]
    public string? Schema { get; init; }

    [Description("Short name: a-z, 0-9 and hyphens.")]
    public required string Name { get; init; }

    [Description("What the scenario asks, in a sentence or two.")]
    public string Description { get; init; } = string.Empty;

    [Description("Same seed, same bytes.")]
    public int Seed { get; init; } = 1;

    [Description("Number of a tournament of eras, or of one whose submissions are held as portfolios.")]
    public int Tournament { get; init; } = Tournaments.Default.Id.Number;

    [Description("Weekly rounds to play, 2 to 5000.")]
    public required int Rounds { get; init; }

    [Description("Weekly eras that are published before the first round opens, 8 (portfolios: 20) to 2000.")]
    public required int History { get; init; }

    [Description("NMR minted into the treasury at the start. When it runs short, the missing amount is minted and counted as shortfall.")]
    public decimal Treasury { get; init; } = 2_000_000;

    [Description("Largest active stake of one model in NMR that agents may keep; what payouts add above it is released. Null for no cap.")]
    public decimal? StakeCap { get; init; }

    [Description("Members of the tournament's settings to set otherwise than by default, such as { \"payout\": { \"clip\": 0.025 } }.")]
    public JsonObject? Settings { get; init; }

    [Description("Changes of settings in the course of the simulation.")]
    public IReadOnlyList<SettingsChange> Changes { get; init; } = [];

    [Description("Things that happen to the people, such as a mass withdrawal.")]
    public IReadOnlyList<ScenarioEvent> Events { get; init; } = [];

    public required MarketScenario Market { get; init; }

    [Description("Who takes part.")]
    public required IReadOnlyList<PopulationScenario> Populations { get; init; }

    public ResearchScenario Research { get; init; } = new();

    public PortfolioScenario Portfolio { get; init; } = new();

    [Description("Whether the scenario is run a second time without the populations marked as attack, to see what they did to the others.")]
    public bool Counterfactual { get; init; }

    [Description("What an earlier run came to; a run that differs is reported.")]
    public ExpectedScenario? Expected { get; init; }
}

public sealed record SettingsChange
{
    [Description("First round that opens under the change.")]
    public required int Round { get; init; }

    [Description("Members of the settings to change.")]
    public required JsonObject Settings { get; init; }
}

public sealed record ScenarioEvent
{
    [Description("Round before whose opening it happens.")]
    public required int Round { get; init; }

    [Description("\"withdraw\": a share of the accounts release all stakes, submit no more and leave.")]
    public required string Kind { get; init; }

    [Description("Share of the accounts, 0 to 1, chosen by the seed.")]
    public double Share { get; init; } = 1;

    [Description("Populations it happens to; empty for all.")]
    public IReadOnlyList<string> Populations { get; init; } = [];
}

public sealed record ResearchScenario
{
    [Description("Ways to build the meta model that are compared with the stake-weighted one.")]
    public IReadOnlyList<string> Variants { get; init; } = ["equal", "performance", "optimised", "capped", "shrunk", "neutral"];

    [Description("Whether every round is scored again without each population.")]
    public bool LeaveOneOut { get; init; } = true;

    [Description("Resamples of the era-block bootstrap, 100 to 100000.")]
    public int Resamples { get; init; } = 2000;

    [Description("Eras of a bootstrap block; overlapping 20-day targets tie about four weekly eras together.")]
    public int BlockEras { get; init; } = 6;
}

public sealed record PortfolioScenario
{
    public bool Enabled { get; init; } = true;

    [Description("Capital in dollars.")]
    public double Capital { get; init; } = 50_000_000;

    [Description("Largest position as a share of the gross exposure.")]
    public double PositionLimit { get; init; } = 0.01;

    [Description("Largest turnover of one rebalancing, as a share of the gross exposure bought or sold.")]
    public double TurnoverLimit { get; init; } = 0.25;

    [Description("Commission, fees and half the spread, in basis points of what is traded.")]
    public double CostBasisPoints { get; init; } = 2;

    [Description("Market impact: daily volatility times this times the square root of the share of daily volume traded.")]
    public double ImpactCoefficient { get; init; } = 0.7;

    [Description("Capitals of the capacity curve, in dollars.")]
    public IReadOnlyList<double> Capacities { get; init; } = [1e6, 1e7, 5e7, 1e8, 5e8, 1e9, 5e9];
}

public sealed record ExpectedScenario
{
    [Description("Result hash of the whole run.")]
    public string? Hash { get; init; }

    [Description("Statistics by name with the value the run had, compared to six decimals.")]
    public IReadOnlyDictionary<string, double> Statistics { get; init; } = new Dictionary<string, double>();
}
