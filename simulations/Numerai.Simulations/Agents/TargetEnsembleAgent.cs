using Numerai.Learners;

namespace Numerai.Simulations.Agents;

/// <summary>target-ensemble: ridge regressions of every published target, averaged (<c>featureShare</c>, <c>penalty</c>).</summary>
public sealed class TargetEnsembleAgent(AgentSeat seat) : LearningAgent(seat)
{
    protected override IPredictor Learn(TrainingSet set)
    {
        var learner = new RidgeLearner { Penalty = Seat.Options.Penalty, FeatureShare = Seat.Options.FeatureShare, Seed = Seat.Seed };
        return TargetEnsemble.Train(learner, set.Features, set.Targets, set.Era);
    }
}
