namespace Numerai.Contracts;

/// <summary>All that a resolved round paid and burned.</summary>
public sealed record Settlement(
    RoundId Round, string MerkleRoot, Nmr Paid, Nmr Burned, IReadOnlyList<SettlementEntry> Entries);
