using System.Collections.Immutable;
using Numerai.Verification.Exports;

namespace Numerai.Verification.Submissions;

/// <summary>What a round has published, as it was downloaded.</summary>
/// <param name="Commitments">The round's chain, oldest link first.</param>
/// <param name="Documents">Bytes by kind of commitment; of targets and scores, the last day's.</param>
/// <param name="Leaves">The settlement's leaves, one a line.</param>
/// <param name="Entries">The entries of the staker's chain in the ledger, oldest first.</param>
public sealed record RoundEvidence(
    string Round,
    ImmutableArray<CommitmentLine> Commitments,
    IReadOnlyDictionary<string, byte[]> Documents,
    ImmutableArray<string> Leaves,
    ImmutableArray<LedgerLine> Entries);
