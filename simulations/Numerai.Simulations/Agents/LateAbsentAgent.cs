using Numerai.Learners;

namespace Numerai.Simulations.Agents;

/// <summary>
/// late-absent: a ridge regression whose owner is late now and then (<c>chance</c>) or forgets to submit (<c>absentChance</c>).
/// </summary>
public sealed class LateAbsentAgent(AgentSeat seat) : LearningAgent(seat)
{
    public override AgentSubmission Predict(AgentView view)
    {
        var luck = Seeds.Stream(Seat.Seed, 7, view.Round);
        return luck.NextDouble() < Seat.Options.AbsentChance
            ? AgentSubmission.None
            : new AgentSubmission(Scores(view), Late: luck.NextDouble() < Seat.Options.Chance);
    }

    protected override IPredictor Learn(TrainingSet set) =>
        new RidgeLearner { Penalty = Seat.Options.Penalty, FeatureShare = Seat.Options.FeatureShare, Seed = Seat.Seed }
            .Train(set.Features, set.Targets[0], set.Era);
}
