using Numerai.Contracts;

namespace Numerai.Client.Rounds;

/// <summary>All that a resolved round paid and burned.</summary>
public sealed record Settlement(
    string Round, string MerkleRoot, Nmr Paid, Nmr Burned, IReadOnlyList<SettlementEntry> Entries);
