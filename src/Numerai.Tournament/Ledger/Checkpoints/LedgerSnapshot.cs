using Numerai.Contracts;

namespace Numerai.Tournament.Ledger.Checkpoints;

/// <summary>All that a checkpoint covers, read at one moment.</summary>
/// <param name="Heads">The newest link of every chain: participants', the treasury's, rounds' commitments.</param>
/// <param name="Balances">The ledger's balance of every account.</param>
public sealed record LedgerSnapshot(
    long Entries, long Commitments, IReadOnlyCollection<ChainHead> Heads, IReadOnlyDictionary<string, Nmr> Balances);
