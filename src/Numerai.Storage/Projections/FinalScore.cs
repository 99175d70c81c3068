namespace Numerai.Storage.Projections;

/// <summary>An on-time final score of a round, in billionths; models and scores by number.</summary>
internal sealed class FinalScore
{
    public long Model { get; init; }

    public long Score { get; init; }

    public long Billionths { get; init; }
}
