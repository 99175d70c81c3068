namespace Numerai.Client.Governance;

/// <summary>An abstention counts to the quorum only.</summary>
public enum VoteChoice
{
    For,
    Against,
    Abstain,
}
