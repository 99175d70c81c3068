using Numerai.Learners;

namespace Numerai.Simulations.Agents;

/// <summary>
/// copycat: learns to imitate the meta models of resolved rounds, which are published; before there are any, the first benchmark. Some
/// noise (<c>noise</c>) keeps copies apart.
/// </summary>
public sealed class CopycatAgent(AgentSeat seat) : LearningAgent(seat)
{
    private const int LeastRows = 200;

    public override AgentSubmission Predict(AgentView view) =>
        new(RankNoise.Blend(Scores(view), Seat.Options.Noise, Seeds.Stream(Seat.Seed, 2, view.Round)));

    protected override IPredictor Learn(TrainingSet set)
    {
        var learner = new RidgeLearner { Penalty = 0.01 };
        var known = set.MetaModel.Count(value => !float.IsNaN(value)) >= LeastRows;
        return learner.Train(set.Features, known ? set.MetaModel : set.Targets[0], set.Era);
    }
}
