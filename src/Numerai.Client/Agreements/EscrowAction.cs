namespace Numerai.Client.Agreements;

/// <summary>What the parties of an escrow can do; see docs/agreements.md.</summary>
public enum EscrowAction
{
    DepositStake,
    DepositPayment,
    Finalise,
    Cancel,
    TimeOut,
}
