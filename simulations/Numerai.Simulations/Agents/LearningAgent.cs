using Numerai.Learners;

namespace Numerai.Simulations.Agents;

/// <summary>
/// An agent that trains a learner on the newest published eras every so many rounds. When it trains depends on the round alone, so a
/// resumed simulation trains the same predictor again.
/// </summary>
public abstract class LearningAgent(AgentSeat seat) : IAgent
{
    private int _trainedFor;
    private IPredictor? _predictor;

    protected AgentSeat Seat { get; } = seat;

    /// <inheritdoc/>
    public void Train(AgentView view)
    {
        var round = 1 + ((view.Round - 1) / Seat.Options.RetrainEvery * Seat.Options.RetrainEvery);
        if (_trainedFor == round)
        {
            return;
        }

        _predictor = Learn(view.Data.Training(view.Data.NewestAt(round), Seat.Options.TrainEras));
        _trainedFor = round;
    }

    /// <inheritdoc/>
    public virtual AgentSubmission Predict(AgentView view) => new(Scores(view));

    protected double[] Scores(AgentView view)
    {
        var predictor = _predictor ?? throw new InvalidOperationException("The agent was asked to predict before it was asked to train.");
        var scores = new double[view.Rows];
        predictor.Predict(view.Live, scores);
        return scores;
    }

    /// <summary>Learns from rows that are all published.</summary>
    protected abstract IPredictor Learn(TrainingSet set);
}
