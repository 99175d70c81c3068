using Numerai.Contracts;

namespace Numerai.Client.Rounds;

/// <summary>What one round paid or burned for one model; a leaf under the round's Merkle root.</summary>
/// <param name="Scores">Published final scores by name.</param>
/// <param name="Multiplier">Share of the stake at risk, 12 decimals.</param>
public sealed record SettlementEntry(
    string Round,
    Guid Model,
    Guid Staker,
    Guid Submission,
    Nmr AtRisk,
    IReadOnlyDictionary<string, decimal> Scores,
    decimal Multiplier,
    Nmr Payout,
    Nmr Burn);
