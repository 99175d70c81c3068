namespace Numerai.Client.Agreements;

/// <summary>Where an escrow stands; see docs/agreements.md.</summary>
public enum EscrowPhase
{
    Open,
    StakeDeposited,
    PaymentDeposited,
    Deposited,
    Overdue,
    Finalised,
    Cancelled,
    TimedOut,
}
