namespace Numerai.Client.Rounds;

/// <summary>Where a round is in its life.</summary>
public enum RoundPhase
{
    Scheduled,
    Open,
    Closed,
    Scoring,
    Resolved,
    Cancelled,
}
