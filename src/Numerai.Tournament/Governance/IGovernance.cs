using Numerai.Contracts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Governance;

/// <summary>Proposals, delegation, roles. Key: "governance".</summary>
public interface IGovernance
{
    [Interleaves]
    Task<Outcome<GovernanceView>> GetAsync();

    /// <summary>
    /// Makes a proposal with a snapshot of voting powers. The same command id of the same author gives the same proposal.
    /// </summary>
    Task<Outcome<ProposalView>> ProposeAsync(Propose command);

    /// <summary>
    /// Carries out a queued proposal whose time lock is over. Anyone may; a crash in between is made good by the next call.
    /// </summary>
    Task<Outcome<ProposalView>> ExecuteAsync(int proposal);

    /// <summary>Lets another account vote in place of this one from the next proposal on; refused where it would close a circle.</summary>
    Task<Outcome<AccountId?>> DelegateAsync(DelegateVotes command);

    Task<Outcome<GovernanceView>> PauseUploadsAsync(PauseUploads command);

    /// <summary>Goes on with what a crash cut short; does nothing otherwise.</summary>
    Task<Outcome<GovernanceView>> ContinueAsync();
}
