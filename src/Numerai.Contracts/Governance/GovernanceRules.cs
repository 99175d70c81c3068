namespace Numerai.Contracts;

/// <summary>How proposals are decided; a proposal keeps the rules it was made under.</summary>
/// <param name="VotingDelay">From the proposal to the first vote.</param>
/// <param name="VotingPeriod">From the first vote to the last.</param>
/// <param name="QuorumPercent">Share of the snapshot's supply that has to vote, abstentions included.</param>
/// <param name="TimeLock">From queueing to the earliest execution.</param>
/// <param name="ExpiresAfter">How long a proposal may wait to be queued, and then to be executed.</param>
/// <param name="ProposalThreshold">Voting power at the snapshot that the author needs: what he holds in wallet and stakes.</param>
public sealed record GovernanceRules(
    TimeSpan VotingDelay, TimeSpan VotingPeriod, decimal QuorumPercent, TimeSpan TimeLock, TimeSpan ExpiresAfter, Nmr ProposalThreshold);
