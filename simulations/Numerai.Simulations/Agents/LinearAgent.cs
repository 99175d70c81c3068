using Numerai.Learners;

namespace Numerai.Simulations.Agents;

/// <summary>linear: a ridge regression on a share of the features (<c>featureShare</c>, <c>penalty</c>).</summary>
public sealed class LinearAgent(AgentSeat seat) : LearningAgent(seat)
{
    protected override IPredictor Learn(TrainingSet set) =>
        new RidgeLearner { Penalty = Seat.Options.Penalty, FeatureShare = Seat.Options.FeatureShare, Seed = Seat.Seed }
            .Train(set.Features, set.Targets[0], set.Era);
}
