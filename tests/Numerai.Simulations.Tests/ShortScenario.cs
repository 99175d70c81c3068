using System.Text.Json.Nodes;
using Numerai.Data.Panels;
using Numerai.Simulations.Markets;
using Numerai.Simulations.Scenarios;

namespace Numerai.Simulations.Tests;

/// <summary>
/// A shipped scenario cut down to what a test can afford: ten rounds, few accounts, a narrow market; its changes and events moved to round
/// 5.
/// </summary>
internal static class ShortScenario
{
    private const int Rounds = 10;
    private const int History = 20;
    private const int Middle = 5;
    private const int SignalsScoringDays = 2;

    public static Scenario Of(string name)
    {
        var scenario = ScenarioReader.Load(name);
        return scenario with
        {
            Rounds = Rounds,
            History = History,
            Expected = null,
            Counterfactual = false,
            Market = scenario.Market with
            {
                Securities = 160,
                Features = 16,
                BearRounds = scenario.Market.BearRounds is null ? null : [3, 6],
            },
            Changes = [.. scenario.Changes.Select(change => change with { Round = Middle })],
            Events = [.. scenario.Events.Select(happening => happening with { Round = Middle })],
            Populations = [.. scenario.Populations.Select(Shorten)],
            Research = scenario.Research with { Resamples = 100 },
            Settings = scenario.Tournament == TournamentPlay.OfPortfolios.Number
                ? new JsonObject { ["scoring"] = new JsonObject { ["days"] = SignalsScoringDays } }
                : scenario.Settings,
        };
    }

    /// <summary>The scenario's market, or invented prices in place of real ones.</summary>
    public static IMarket Market(Scenario scenario) => (scenario.Market.Kind, scenario.Tournament) switch
    {
        ("prices", 11) => SignalsPanelMarket.Create(Panel(130), 100, 0),
        ("prices", _) => PanelMarket.Create(Panel(60), 40, 0, scenario.Seed),
        _ => MarketFactory.Create(scenario),
    };

    private static PricePanel Panel(int securities) =>
        Data.Panels.SyntheticMarket.Create(new SyntheticMarketOptions { Seed = 3, Securities = securities, Years = 3 });

    private static PopulationScenario Shorten(PopulationScenario population) => population with
    {
        Accounts = Math.Min(2, population.Accounts),
        Arrival = population.Arrival.Process == "start" ? population.Arrival : new ArrivalScenario
        {
            Process = "uniform",
            From = 2,
            To = 4,
        },
        Agent = population.Agent with { TrainEras = 16, RetrainEvery = 6, Trees = 4 },
    };
}
