namespace Numerai.Client.Simulations;

/// <summary>How far a point of a sweep is on a cluster.</summary>
/// <param name="Id">Names scenario, seed and simulator.</param>
/// <param name="State">waiting, running, done or failed.</param>
/// <param name="Share">Share of the work that is done, 0 to 1.</param>
/// <param name="Round">Newest round that has opened.</param>
/// <param name="Silo">Where it is played; null when it is done.</param>
/// <param name="Code">Why it failed; null otherwise.</param>
/// <param name="Sentence">What was wrong, where; null otherwise.</param>
public sealed record SimulationPoint(string Id, string State, double Share, int Round, string? Silo, string? Code, string? Sentence)
{
    public bool Done => State == "done";

    public bool Failed => State == "failed";
}
