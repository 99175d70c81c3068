namespace Numerai.Scoring.Benchmarking;

/// <summary>The size of a measured round.</summary>
public sealed record ScoringBenchmarkOptions
{
    /// <summary>Rows of the universe.</summary>
    public int Rows { get; init; } = 6_000;

    /// <summary>Models of the round.</summary>
    public int Models { get; init; } = 1_000;

    /// <summary>Features FNC neutralizes to.</summary>
    public int Features { get; init; } = 400;

    /// <summary>How many of the features are sums of two others, which makes the matrix rank-deficient and its basis more work.</summary>
    public int DependentFeatures { get; init; }

    /// <summary>
    /// How many of the features are sums of two others but for noise of a thousandth to a millionth, by turns: on both sides of the cut
    /// below which directions do not count, so that singular values decide.
    /// </summary>
    public int NearlyDependentFeatures { get; init; }

    /// <summary>Neutralizers of ALPHA and MPC.</summary>
    public int Neutralizers { get; init; } = 200;

    /// <summary>Seed of the synthetic round; the same seed gives the same scores.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Threads used at once.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Times each stage is measured after one round of warming up.</summary>
    public int Repeats { get; init; } = 5;
}
