using System.ComponentModel;

namespace Numerai.Simulations.Scenarios;

/// <summary>A kind of participant: how they predict, stake, come and go.</summary>
public sealed record PopulationScenario
{
    [Description("Name in results, unique.")]
    public required string Name { get; init; }

    [Description("How its models predict; see docs/simulations.md for the list.")]
    public required string Archetype { get; init; }

    [Description("Number of accounts.")]
    public required int Accounts { get; init; }

    [Description("Models of each account.")]
    public int Models { get; init; } = 1;

    [Description("Median NMR each account deposits when it arrives.")]
    public decimal Deposit { get; init; } = 100;

    [Description("Spread of deposits: standard deviation of their logarithm.")]
    public double DepositSpread { get; init; }

    [Description("Whether the population attacks: its profit and the damage it does are reported, and a counterfactual run leaves it out.")]
    public bool Attack { get; init; }

    public StakeScenario Stake { get; init; } = new();

    public ArrivalScenario Arrival { get; init; } = new();

    public ExitScenario Exit { get; init; } = new();

    public AgentScenario Agent { get; init; } = new();
}

public sealed record StakeScenario
{
    [Description("\"none\", \"fixed\", \"proportional\", \"kelly\", \"momentum\", \"flows\" or \"concentrate\".")]
    public string Policy { get; init; } = "fixed";

    [Description("Share of an account's NMR that is staked at first, 0 to 1.")]
    public double Share { get; init; } = 0.8;

    [Description(
        "kelly: part of the full Kelly stake; momentum: change of the stake after a good or a bad run; proportional: tolerated drift.")]
    public double Strength { get; init; } = 0.5;

    [Description("Resolved rounds a policy looks back.")]
    public int Window { get; init; } = 20;

    [Description("flows: rounds between two transfers.")]
    public int Every { get; init; } = 8;

    [Description("flows: NMR deposited each time (negative: share of the wealth withdrawn, such as -0.1).")]
    public decimal Flow { get; init; }
}

public sealed record ArrivalScenario
{
    [Description("\"start\" (before round 1), \"uniform\" (between two rounds) or \"poisson\" (at a rate per round from a round on).")]
    public string Process { get; init; } = "start";

    public int From { get; init; } = 1;

    public int To { get; init; } = 1;

    [Description("poisson: mean arrivals a round.")]
    public double Rate { get; init; } = 1;
}

public sealed record ExitScenario
{
    [Description("Chance each round of leaving for no reason.")]
    public double Hazard { get; init; }

    [Description("Leaves when its NMR falls below this share of what it has deposited; 0 for never.")]
    public double BelowShare { get; init; }
}

/// <summary>Parameters of archetypes. Each uses those that its description in docs/simulations.md names.</summary>
public sealed record AgentScenario
{
    [Description("Share of the features a model looks at.")]
    public double FeatureShare { get; init; } = 0.5;

    [Description("Shrinkage of ridge regressions.")]
    public double Penalty { get; init; } = 0.3;

    [Description("Newest eras learned from.")]
    public int TrainEras { get; init; } = 104;

    [Description("Rounds between trainings.")]
    public int RetrainEvery { get; init; } = 26;

    [Description("Trees of an ensemble.")]
    public int Trees { get; init; } = 60;

    [Description("Noise mixed into ranks, as a share.")]
    public double Noise { get; init; } = 0.02;

    [Description("late-absent: chance of being late; churner: chance of a new signal.")]
    public double Chance { get; init; } = 0.3;

    [Description("late-absent: chance of not submitting at all.")]
    public double AbsentChance { get; init; } = 0.1;

    [Description("Feature-neutral: proportion of neutralization.")]
    public double Proportion { get; init; } = 0.5;

    [Description("Portfolios: share of a week's signal that is kept the week after, 0 (none) to 0.95; it lowers churn and turnover. "
        + "Churners keep nothing.")]
    public double Patience { get; init; } = 0.7;

    [Description("Members of a ring with one name share a signal; empty: the population is the ring.")]
    public string Ring { get; init; } = string.Empty;
}
