using Numerai.Learners;

namespace Numerai.Simulations.Agents;

/// <summary>
/// churner: averages a ridge regression with a random feature and changes its mind about the feature now and then (<c>chance</c>), so its
/// submissions turn over fast.
/// </summary>
public sealed class ChurnerAgent(AgentSeat seat) : LearningAgent(seat)
{
    public override AgentSubmission Predict(AgentView view)
    {
        var last = view.Round;
        while (last > 1 && Seeds.Stream(Seat.Seed, 8, last).NextDouble() >= Seat.Options.Chance)
        {
            last--;
        }

        var fancy = Seeds.Stream(Seat.Seed, 9, last);
        var column = view.Live.Column(fancy.Next(view.Live.ColumnCount));
        var sign = fancy.Next(2) == 0 ? -1 : 1;
        var values = RankNoise.Blend(Scores(view), 0, fancy);
        for (var row = 0; row < values.Length; row++)
        {
            values[row] += sign * column[row] / 4.0;
        }

        return new AgentSubmission(values);
    }

    protected override IPredictor Learn(TrainingSet set) =>
        new RidgeLearner { Penalty = Seat.Options.Penalty, FeatureShare = Seat.Options.FeatureShare, Seed = Seat.Seed }
            .Train(set.Features, set.Targets[0], set.Era);
}
