using Numerai.Learners;

namespace Numerai.Simulations.Agents;

/// <summary>
/// burner: submits the opposite of its ring's signal to push the meta model away from it, so that the ring's beneficiaries (archetype sybil
/// with the same <c>ring</c>) contribute more; it pays for that with burns.
/// </summary>
public sealed class BurnerAgent(AgentSeat seat) : LearningAgent(seat)
{
    public override AgentSubmission Predict(AgentView view)
    {
        var opposite = Array.ConvertAll(Scores(view), score => -score);
        return new AgentSubmission(RankNoise.Blend(opposite, Seat.Options.Noise, Seeds.Stream(Seat.Seed, 6, view.Round)));
    }

    protected override IPredictor Learn(TrainingSet set) =>
        new RidgeLearner { Penalty = Seat.Options.Penalty, FeatureShare = Seat.Options.FeatureShare, Seed = Seat.RingSeed }
            .Train(set.Features, set.Targets[0], set.Era);
}
