namespace Numerai.Storage.Projections;

/// <summary>An on-time final score of a round; models and scores by number.</summary>
internal sealed class FinalScore
{
    public long Model { get; init; }

    public long Score { get; init; }

    public double Value { get; init; }

    /// <summary>Exact, since scores are published with 9 decimals: what was added is what is later taken out.</summary>
    public long Billionths => (long)Math.Round(Value * 1e9, MidpointRounding.ToEven);
}
