namespace Numerai.Client.Rounds;

/// <summary>All that a resolved round paid and burned.</summary>
public sealed record Settlement(
    string Round, string MerkleRoot, NmrAmount Paid, NmrAmount Burned, IReadOnlyList<SettlementEntry> Entries);
