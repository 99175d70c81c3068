using Numerai.Scoring.Metrics;
using Numerai.Simulations.Markets;

namespace Numerai.Simulations.Agents;

/// <summary>neutralized-momentum: another agent's signal on the normal scale less what the published neutralizers explain of it.</summary>
public sealed class NeutralizedAgent(IAgent inner) : IAgent
{
    public void Train(AgentView view) => inner.Train(view);

    public AgentSubmission Predict(AgentView view)
    {
        var submission = inner.Predict(view);
        if (submission.Values is null)
        {
            return submission;
        }

        var gaussian = new double[submission.Values.Length];
        Normalization.RankAndGaussianize(submission.Values, gaussian);
        var live = view.Signals!.Live;
        return submission with { Values = SignalsBasis.Residual(gaussian, live.Neutralizers, live.SampleWeights) };
    }
}
