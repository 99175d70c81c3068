namespace Numerai.Client.Agreements;

/// <summary>What the parties of a griefing agreement can do; see docs/agreements.md.</summary>
public enum AgreementAction
{
    Deposit,
    Reward,
    Release,
    Punish,
    StartCountdown,
    Retrieve,
}
