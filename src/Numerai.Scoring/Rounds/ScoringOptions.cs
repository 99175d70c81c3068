namespace Numerai.Scoring.Rounds;

/// <summary>How the work is spread over the machine. None of it changes a score.</summary>
public sealed record ScoringOptions
{
    /// <summary>Threads used at once; the default is one per processor.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// Models neutralized together, at most; more need more memory per thread (n doubles each), fewer reuse the basis less.
    /// </summary>
    public int ModelsPerBlock { get; init; } = 96;
}
