using Numerai.Learners;

namespace Numerai.Simulations.Agents;

/// <summary>era-boosted: a ridge regression trained again on the eras it does worst in (<c>featureShare</c>, <c>penalty</c>).</summary>
public sealed class EraBoostedAgent(AgentSeat seat) : LearningAgent(seat)
{
    protected override IPredictor Learn(TrainingSet set)
    {
        var inner = new RidgeLearner { Penalty = Seat.Options.Penalty, FeatureShare = Seat.Options.FeatureShare, Seed = Seat.Seed };
        return new EraBoostedLearner(inner).Train(set.Features, set.Targets[0], set.Era);
    }
}
