using Numerai.Scoring.Ranking;
using Numerai.Simulations.Agents;
using Numerai.Simulations.Scenarios;

namespace Numerai.Simulations.Running;

/// <summary>
/// The operator's benchmark models: a ridge regression and boosted trees on all features, trained like any agent, on published data.
/// </summary>
internal sealed class BenchmarkModels(int tournament, int seed)
{
    private readonly IAgent[] _agents =
    [
        AgentFactory.Create(tournament, "linear", new AgentSeat(Seeds.Mix(seed, 40), 0, 0, 0, new AgentScenario { FeatureShare = 1 })),
        AgentFactory.Create(tournament, "trees", new AgentSeat(Seeds.Mix(seed, 41), 0, 0, 1, new AgentScenario { FeatureShare = 0.3 })),
    ];

    public static IReadOnlyList<string> Names { get; } = ["ridge_20", "trees_20"];

    /// <summary>Live predictions as ranks, model by model.</summary>
    public double[][] Predict(AgentView view) => Array.ConvertAll(_agents, agent =>
    {
        agent.Train(view);
        var ranks = new double[view.Rows];
        Ranks.TieKept(agent.Predict(view).Values, ranks);
        return ranks;
    });
}
