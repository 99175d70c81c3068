namespace Numerai.Simulations.Agents;

/// <summary>
/// One model's mind. It keeps nothing but what it can work out again from public data, so a resumed simulation needs no memory of it; it
/// is asked by several threads, for one round at a time.
/// </summary>
public interface IAgent
{
    /// <summary>Learns, when the time has come to. Apart from predicting so that its time can be told apart.</summary>
    void Train(AgentView view);

    /// <summary>What it submits to the open round.</summary>
    AgentSubmission Predict(AgentView view);
}
