using System.Collections.Immutable;

namespace Numerai.Verification.Audits;

/// <summary>What an audit has looked at and what it found.</summary>
/// <param name="CheckpointHash">Hash of the export's last checkpoint, for comparison with what others hold.</param>
/// <param name="Settled">Rounds whose payouts were computed again.</param>
/// <param name="Leaves">Settlement entries that were computed again.</param>
/// <param name="Documents">Committed documents of settled rounds by kind: how many were used or computed again, and how many only
/// hashed.</param>
/// <param name="Balances">Where the NMR is, in wei, by kind of account.</param>
/// <param name="Found">Number of findings.</param>
/// <param name="Findings">The first hundred of them, in the order of the export; the first is the one to look at.</param>
public sealed record AuditReport(
    string CheckpointHash,
    long Entries,
    int Chains,
    int Commitments,
    int Checkpoints,
    int Settled,
    long Leaves,
    ImmutableArray<CheckedDocuments> Documents,
    ImmutableSortedDictionary<string, string> Balances,
    int Found,
    ImmutableArray<AuditFinding> Findings)
{
    public bool Clean => Found == 0;
}
