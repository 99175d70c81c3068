namespace Numerai.Client.Agreements;

/// <summary>Where a griefing agreement stands; see docs/agreements.md.</summary>
public enum AgreementPhase
{
    Created,
    Active,
    CountingDown,
    Expired,
    Ended,
}
