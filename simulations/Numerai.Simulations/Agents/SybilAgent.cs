using Numerai.Learners;

namespace Numerai.Simulations.Agents;

/// <summary>
/// sybil: one person behind many accounts; all submit one ridge regression's signal, each with a little noise of its own (<c>noise</c>,
/// <c>featureShare</c>, <c>penalty</c>) so that they do not look alike.
/// </summary>
public sealed class SybilAgent(AgentSeat seat) : LearningAgent(seat)
{
    public override AgentSubmission Predict(AgentView view) =>
        new(RankNoise.Blend(Scores(view), Seat.Options.Noise, Seeds.Stream(Seat.Seed, 6, view.Round)));

    protected override IPredictor Learn(TrainingSet set) =>
        new RidgeLearner { Penalty = Seat.Options.Penalty, FeatureShare = Seat.Options.FeatureShare, Seed = Seat.RingSeed }
            .Train(set.Features, set.Targets[0], set.Era);
}
