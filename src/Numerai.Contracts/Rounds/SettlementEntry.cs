using System.Collections.Immutable;

namespace Numerai.Contracts;

/// <summary>What one round pays or burns for one model; the leaf that the round's Merkle root commits to.</summary>
/// <param name="Scores">Published final scores (9 decimals) by name.</param>
/// <param name="Multiplier">The payout multiplier: <c>clip(f * sum(multiplier * score))</c> at 12 decimals.</param>
/// <param name="Payout">Positive part of <c>at risk * multiplier</c>, truncated to whole wei.</param>
/// <param name="Burn">Negative part, as a positive amount; what the stake still holds bounds what is burned of it.</param>
public sealed record SettlementEntry(
    RoundId Round,
    ModelId Model,
    AccountId Staker,
    SubmissionId Submission,
    Nmr AtRisk,
    ImmutableSortedDictionary<string, decimal> Scores,
    decimal Multiplier,
    Nmr Payout,
    Nmr Burn);
