using System.Collections.Immutable;
using Numerai.Contracts;

namespace Numerai.Tournament.Ledger.Checkpoints;

/// <summary>
/// One hash over all that was published up to a moment: the heads of every account's chain and of every round's commitments, and where
/// the NMR was. Whoever keeps a checkpoint's hash can tell later whether anything before it was changed.
/// </summary>
/// <param name="Number">1, 2, 3 ...</param>
/// <param name="Entries">The ledger's first so many entries, in the order in which they were published, are covered.</param>
/// <param name="Commitments">The same for the rounds' commitments.</param>
/// <param name="Chains">Number of chains that have a head: leaves of the tree.</param>
/// <param name="HeadsRoot">Merkle root over the heads in ordinal order of the chains' names; see <see cref="LedgerCheckpoints"/>.</param>
/// <param name="Balances">Sum of the ledger's balances by kind of account ("wallet", "stake", "treasury" ...).</param>
/// <param name="Previous">Hash of the checkpoint before, or 64 zeros for the first.</param>
/// <param name="Hash">SHA-256 over all the other fields; see <see cref="LedgerCheckpoints"/>.</param>
public sealed record LedgerCheckpoint(
    int Number,
    DateTimeOffset Time,
    long Entries,
    long Commitments,
    int Chains,
    string HeadsRoot,
    ImmutableSortedDictionary<string, Nmr> Balances,
    string Previous,
    string Hash);
