using Numerai.Contracts;

namespace Numerai.Client.Governance;

/// <summary>How proposals are decided; a proposal keeps the rules it was made under.</summary>
/// <param name="VotingDelay">From the proposal to the first vote.</param>
/// <param name="QuorumPercent">Share of the snapshot's supply that has to vote, abstentions included.</param>
/// <param name="TimeLock">From queueing to the earliest execution.</param>
/// <param name="ExpiresAfter">How long a proposal may wait to be queued, and then to be executed.</param>
/// <param name="ProposalThreshold">What an author has to hold in wallet and stakes.</param>
public sealed record GovernanceRules(
    TimeSpan VotingDelay, TimeSpan VotingPeriod, decimal QuorumPercent, TimeSpan TimeLock, TimeSpan ExpiresAfter,
    Nmr ProposalThreshold);
