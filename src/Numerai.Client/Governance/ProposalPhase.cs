namespace Numerai.Client.Governance;

/// <summary>Where a proposal stands; see docs/governance.md.</summary>
public enum ProposalPhase
{
    Pending,
    Active,
    Succeeded,
    Defeated,
    Queued,
    Executing,
    Executed,
    Cancelled,
    Expired,
}
