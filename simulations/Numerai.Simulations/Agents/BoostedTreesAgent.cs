using Numerai.Learners;

namespace Numerai.Simulations.Agents;

/// <summary>trees: gradient-boosted regression trees on every fourth era (<c>trees</c>, <c>featureShare</c> per tree).</summary>
public sealed class BoostedTreesAgent(AgentSeat seat) : LearningAgent(seat)
{
    internal static ILearner Learner(AgentSeat seat) =>
        new BoostedTreesLearner { Trees = seat.Options.Trees, FeatureShare = seat.Options.FeatureShare, Seed = seat.Seed };

    protected override IPredictor Learn(TrainingSet set) => Learner(Seat).Train(set.Features, set.Targets[0], set.Era);
}
