using Numerai.Contracts;

namespace Numerai.Tournament.Governance;

public static class GovernanceRulesValidation
{
    private static readonly TimeSpan _longest = TimeSpan.FromDays(90);

    /// <summary>Null when proposals can be decided by them.</summary>
    public static Refusal? Check(this GovernanceRules rules) =>
        rules.VotingDelay < TimeSpan.Zero || rules.VotingDelay > _longest ? Invalid("votingDelay lies between 0 and 90 days.")
        : rules.VotingPeriod < TimeSpan.FromMinutes(1) || rules.VotingPeriod > _longest
            ? Invalid("votingPeriod lies between 1 minute and 90 days.")
        : rules.QuorumPercent is <= 0 or > 50 || decimal.Round(rules.QuorumPercent, 6) != rules.QuorumPercent
            ? Invalid($"quorumPercent is {rules.QuorumPercent}; it lies above 0 and up to 50 with at most 6 decimals.")
        : rules.TimeLock < TimeSpan.Zero || rules.TimeLock > _longest ? Invalid("timeLock lies between 0 and 90 days.")
        : rules.ExpiresAfter < TimeSpan.FromMinutes(1) || rules.ExpiresAfter > _longest
            ? Invalid("expiresAfter lies between 1 minute and 90 days.")
        : rules.ProposalThreshold.IsNegative ? Invalid("proposalThreshold is not negative.")
        : null;

    private static Refusal Invalid(string message) => new(RefusalCodes.InvalidSettings, message);
}
