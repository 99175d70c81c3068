namespace Numerai.Silo.Simulations;

/// <summary>How far a point of a sweep is.</summary>
/// <param name="Id">Names scenario, seed and simulator: the same point asked for twice is played once.</param>
/// <param name="State">waiting (for a place on its silo), running, done or failed.</param>
/// <param name="Share">Share of the work that is done, 0 to 1.</param>
/// <param name="Round">Newest round that has opened.</param>
/// <param name="Silo">Where it is played; null when it is done.</param>
/// <param name="Code">Why it failed; null otherwise.</param>
/// <param name="Sentence">What was wrong, where; null otherwise.</param>
[GenerateSerializer]
[Alias("numerai.simulation-point-status")]
public sealed record SimulationPointStatus(
    [property: Id(0)] string Id,
    [property: Id(1)] string State,
    [property: Id(2)] double Share,
    [property: Id(3)] int Round,
    [property: Id(4)] string? Silo,
    [property: Id(5)] string? Code,
    [property: Id(6)] string? Sentence)
{
    public const string Waiting = "waiting";
    public const string Running = "running";
    public const string Done = "done";
    public const string Failed = "failed";

    public static SimulationPointStatus DoneWith(string id) => new(id, Done, 1, 0, null, null, null);
}
