using System.Text.Json.Nodes;
using Numerai.Simulations.Scenarios;

namespace Numerai.Behaviour;

/// <summary>A tournament that is played in about a second, with a bit of everything.</summary>
internal static class SmallScenario
{
    public static Scenario Make(int rounds = 14) => new()
    {
        Name = "small",
        Seed = 5,
        Rounds = rounds,
        History = 24,
        Treasury = 1000,
        Market = new MarketScenario { Kind = "synthetic", Securities = 150, Features = 10, Predictability = 0.2, DelistingChance = 0.01 },
        Populations =
        [
            Population("ridge", "linear", 4, "kelly"),
            Population("noise", "noise", 3, "momentum") with { Exit = new ExitScenario { BelowShare = 0.5, Hazard = 0.05 } },
            Population("pairs", "p-one-minus-p", 1, "fixed") with { Models = 2, Attack = true },
            Population("copies", "copycat", 2, "flows") with { Arrival = new ArrivalScenario { Process = "uniform", From = 2, To = 6 } },
            Population("forgetful", "late-absent", 2, "proportional"),
            Population("gamblers", "gambler", 1, "concentrate") with { Models = 2 },
        ],
        Events = [new ScenarioEvent { Round = 6, Kind = "withdraw", Share = 0.5, Populations = ["ridge"] }],
        Research = new ResearchScenario { Resamples = 200 },
    };

    /// <summary>The same for Signals, with two scoring days in place of sixty.</summary>
    public static Scenario Signals(int rounds = 6) => Make(rounds) with
    {
        Tournament = 11,
        History = 30,
        Settings = new JsonObject { ["scoring"] = new JsonObject { ["days"] = 2 } },
        Market = new MarketScenario { Kind = "synthetic", Securities = 140, Features = 10, Predictability = 0.2, DelistingChance = 0.005 },
        Events = [],
        Populations =
        [
            Population("ridge", "linear", 4, "kelly"),
            Population("noise", "noise", 3, "momentum"),
            Population("momentum", "momentum", 2, "fixed"),
            Population("neutral", "neutralized-momentum", 2, "fixed"),
            Population("copies", "copycat", 2, "flows") with { Arrival = new ArrivalScenario { Process = "uniform", From = 2, To = 4 } },
            Population("forgetful", "late-absent", 3, "proportional"),
            Population("churners", "churner", 2, "fixed") with { Agent = new AgentScenario { TrainEras = 12, Chance = 1 } },
        ],
    };

    private static PopulationScenario Population(string name, string archetype, int accounts, string policy) => new()
    {
        Name = name,
        Archetype = archetype,
        Accounts = accounts,
        Deposit = 100,
        DepositSpread = 0.5,
        Stake = new StakeScenario { Policy = policy, Every = 3, Flow = -0.2m },
        Agent = new AgentScenario { TrainEras = 20, RetrainEvery = 5 },
    };
}
