namespace Numerai.Simulations.Agents;

/// <summary>What an agent hands in for a round.</summary>
/// <param name="Values">One finite number a live row, any scale; null for no submission.</param>
/// <param name="Late">Whether it comes after the round has closed.</param>
public sealed record AgentSubmission(double[]? Values, bool Late = false)
{
    public static AgentSubmission None { get; } = new((double[]?)null);
}
