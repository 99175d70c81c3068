using Numerai.Contracts;

namespace Numerai.Tournament.Governance;

/// <summary>How proposals are decided; a proposal keeps the rules it was made under.</summary>
/// <param name="VotingDelay">From the proposal to the first vote.</param>
/// <param name="VotingPeriod">From the first vote to the last.</param>
/// <param name="QuorumPercent">Share of the snapshot's supply that has to vote, abstentions included.</param>
/// <param name="TimeLock">From queueing to the earliest execution.</param>
/// <param name="ExpiresAfter">How long a proposal may wait to be queued, and then to be executed.</param>
/// <param name="ProposalThreshold">Voting power at the snapshot that the author needs.</param>
public sealed record GovernanceRules(
    TimeSpan VotingDelay, TimeSpan VotingPeriod, decimal QuorumPercent, TimeSpan TimeLock, TimeSpan ExpiresAfter, Nmr ProposalThreshold)
{
    private static readonly TimeSpan _longest = TimeSpan.FromDays(90);

    public static GovernanceRules Default { get; } = new(
        TimeSpan.FromDays(1), TimeSpan.FromDays(5), 4, TimeSpan.FromDays(2), TimeSpan.FromDays(14), Nmr.FromNmr(1));

    /// <summary>Null when proposals can be decided by them.</summary>
    public Refusal? Check() =>
        VotingDelay < TimeSpan.Zero || VotingDelay > _longest ? Invalid("votingDelay lies between 0 and 90 days.")
        : VotingPeriod < TimeSpan.FromMinutes(1) || VotingPeriod > _longest ? Invalid("votingPeriod lies between 1 minute and 90 days.")
        : QuorumPercent is <= 0 or > 50 || decimal.Round(QuorumPercent, 6) != QuorumPercent
            ? Invalid($"quorumPercent is {QuorumPercent}; it lies above 0 and up to 50 with at most 6 decimals.")
        : TimeLock < TimeSpan.Zero || TimeLock > _longest ? Invalid("timeLock lies between 0 and 90 days.")
        : ExpiresAfter < TimeSpan.FromMinutes(1) || ExpiresAfter > _longest ? Invalid("expiresAfter lies between 1 minute and 90 days.")
        : ProposalThreshold.IsNegative ? Invalid("proposalThreshold is not negative.")
        : null;

    private static Refusal Invalid(string message) => new(RefusalCodes.InvalidSettings, message);
}
