namespace Numerai.Scoring.Rounds;

/// <summary>How a target is used.</summary>
public sealed record TargetOptions
{
    /// <summary>Whether CORR and FNC take the centered target to the power 1.5 (binned targets) or as it is (raw returns).</summary>
    public bool TargetPower { get; init; } = true;

    /// <summary>The largest share of rows that may lack a target; at 0.2, exactly 80 % of the rows are enough.</summary>
    public double LargestMissingShare { get; init; } = 0.2;
}
