using System.Text.Json.Nodes;
using Numerai.Simulations.Agents;
using Numerai.Simulations.Results;
using Numerai.Simulations.Running;
using Numerai.Simulations.Scenarios;

namespace Numerai.Simulations.Tests;

public sealed class LeakTests
{
    private const int History = 24;
    private const int Rounds = 8;

    /// <summary>The first planted target becomes public five weeks after the first round opens.</summary>
    private const int FirstRoundThatMayKnow = 6;

    /// <summary>Targets of 60 days take thirteen weeks.</summary>
    private const int FirstSignalsRoundThatMayKnow = 14;

    [Fact]
    public async Task No_archetype_gains_from_targets_that_are_not_published_yet()
    {
        var up = await RunAsync(sign: 1);
        var down = await RunAsync(sign: -1);
        foreach (var round in Enumerable.Range(1, FirstRoundThatMayKnow - 1))
        {
            foreach (var (first, second) in Scores(up, round).Zip(Scores(down, round)))
            {
                // The two futures are opposite. Predictions that know nothing of them are the same, so their scores are opposite too.
                Assert.Equal(first.Model, second.Model);
                Assert.True(
                    Math.Abs(first.Corr + second.Corr) < 1e-6,
                    $"{up.Models[first.Model].Name} in round {round}: {first.Corr} and {second.Corr}");
            }
        }
    }

    [Fact]
    public async Task Once_published_the_planted_targets_are_learned_which_shows_that_the_test_would_see_a_leak()
    {
        var up = await RunAsync(sign: 1);
        var late = up.ModelRounds.Where(
            row => up.Models[row.Model].Archetype == "linear" && row.Round >= FirstRoundThatMayKnow + 1).ToList();
        Assert.True(late.Average(row => row.Corr) > 0.3, $"mean CORR is {late.Average(row => row.Corr)}");
    }

    [Fact]
    public void Data_that_are_not_published_are_refused()
    {
        var data = new PublicData();
        data.Publish(new PublishedEra(1, new Numerai.Data.Features.FeatureBlock(["feature_a"], 1, [0]), [[0.5f]], null));
        Assert.Equal("era_not_published", Assert.Throws<SimulationException>(() => data.Training(2, 1)).Code);
        Assert.Equal("era_not_published", Assert.Throws<SimulationException>(() => data.NewestAt(1)).Code);
    }

    [Fact]
    public async Task No_archetype_of_Signals_gains_from_targets_that_are_not_published_yet()
    {
        var up = await RunSignalsAsync(sign: 1);
        var down = await RunSignalsAsync(sign: -1);
        foreach (var round in Enumerable.Range(1, FirstSignalsRoundThatMayKnow - 1))
        {
            foreach (var (first, second) in Scores(up, round).Zip(Scores(down, round)))
            {
                Assert.Equal(
                    (first.Model, first.Signals!.Churn, first.Signals.Turnover),
                    (second.Model, second.Signals!.Churn, second.Signals.Turnover));
                Assert.True(
                    Math.Abs(first.Signals.Alpha + second.Signals.Alpha) < 1e-6
                        && Math.Abs(first.Signals.CorrV4 + second.Signals.CorrV4) < 1e-6,
                    $"{up.Models[first.Model].Name} in round {round}: {first.Signals} and {second.Signals}");
            }
        }

        var late = up.ModelRounds.Where(
            row => up.Models[row.Model].Archetype == "linear" && row.Round > FirstSignalsRoundThatMayKnow).ToList();
        Assert.True(
            late.Average(row => row.Signals!.CorrV4) > 0.3,
            $"once published nothing was learned, so a leak would not show: {late.Average(row => row.Signals!.CorrV4)}");
    }

    private static IEnumerable<ModelRoundRow> Scores(SimulationResult result, int round) =>
        result.ModelRounds.Where(row => row.Round == round).OrderBy(row => row.Model);

    private static Task<SimulationResult> RunAsync(int sign) =>
        new SimulationRun(Make(8, Rounds, AgentFactory.Archetypes.Except(["momentum", "reversal", "quality"])))
            .RunAsync(new PlantedMarket(150, 6, History + 1, sign));

    private static Task<SimulationResult> RunSignalsAsync(int sign)
    {
        var scenario = Make(11, FirstSignalsRoundThatMayKnow + 2, AgentFactory.ArchetypesOf(11)) with
        {
            Settings = new JsonObject { ["scoring"] = new JsonObject { ["days"] = 1 } },
        };
        return new SimulationRun(scenario).RunAsync(new PlantedMarket(120, 6, History + 1, sign) { Signals = true });
    }

    private static Scenario Make(int tournament, int rounds, IEnumerable<string> archetypes)
    {
        return new Scenario
        {
            Name = "leak",
            Tournament = tournament,
            Rounds = rounds,
            History = History,
            Market = new MarketScenario { Kind = "synthetic" },
            Populations =
            [
                .. archetypes.Select(name => new PopulationScenario
                {
                    Name = name,
                    Archetype = name,
                    Accounts = 1,
                    Models = 2,
                    Agent = new AgentScenario
                    {
                        TrainEras = 6,
                        RetrainEvery = 1,
                        Trees = 3,
                        FeatureShare = 1,
                        AbsentChance = 0,
                        Patience = 0.2,
                    },
                }),
            ],
            Research = new ResearchScenario { Variants = [], LeaveOneOut = false },
        };
    }
}
