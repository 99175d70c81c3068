namespace Numerai.Simulations.Agents;

/// <summary>benchmark-follower: the average of the benchmark models' live predictions with a little noise (<c>noise</c>).</summary>
public sealed class BenchmarkFollowerAgent(AgentSeat seat) : IAgent
{
    public void Train(AgentView view)
    {
    }

    public AgentSubmission Predict(AgentView view)
    {
        var sum = new double[view.Rows];
        foreach (var benchmark in view.Benchmarks)
        {
            for (var row = 0; row < sum.Length; row++)
            {
                sum[row] += benchmark[row];
            }
        }

        return new AgentSubmission(RankNoise.Blend(sum, seat.Options.Noise, Seeds.Stream(seat.Seed, 1, view.Round)));
    }
}
