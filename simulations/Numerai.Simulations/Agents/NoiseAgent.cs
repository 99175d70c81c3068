namespace Numerai.Simulations.Agents;

/// <summary>noise: random numbers, new every round.</summary>
public sealed class NoiseAgent(AgentSeat seat) : IAgent
{
    public void Train(AgentView view)
    {
    }

    public AgentSubmission Predict(AgentView view) => new(RankNoise.Of(view.Rows, Seeds.Stream(seat.Seed, 1, view.Round)));
}
