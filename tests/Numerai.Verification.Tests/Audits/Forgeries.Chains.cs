using Numerai.Tournament.Ledger.Commitments;
using Numerai.Verification.Audits;

namespace Numerai.Verification.Tests.Audits;

/// <content>Commitments and checkpoints.</content>
internal static partial class Forgeries
{
    private static readonly string _otherHash = new('a', 64);

    private static IEnumerable<Forgery> OfCommitments() =>
    [
        Make("another root, committed to anew", AuditCodes.SettlementRootWrong, "round 8/1", export =>
        {
            export.Edit(Round, CommitmentKinds.SettlementRoot, link => link with { Sha256 = _otherHash });
            export.RechainCommitments();
            export.Seal();
        }),
        Make("a commitment's document exchanged", AuditCodes.CommitmentHashWrong, "8/1", export =>
            export.Edit(Round, CommitmentKinds.LiveData, link => link with { Sha256 = _otherHash })),
        Make("a commitment dropped", AuditCodes.CommitmentLinkBroken, "8/1", export =>
            export.Commitments.RemoveAll(link => link.Round == Round && link.Kind == CommitmentKinds.MetaModel)),
        Make("a target committed to after its scores, made anew", AuditCodes.CommitmentOutOfOrder, "8/1", export =>
        {
            var target = export.Commitments.FindIndex(link => link.Round == Round && link.Kind == CommitmentKinds.Target);
            var scores = export.Commitments.FindIndex(link => link.Round == Round && link.Kind == CommitmentKinds.Scores);
            (export.Commitments[target], export.Commitments[scores]) = (export.Commitments[scores], export.Commitments[target]);
            export.RechainCommitments();
            export.Seal();
        }),
        Make("stakes committed to after the target, made anew", AuditCodes.CommitmentOutOfOrder, "8/1", export =>
        {
            var stakes = export.Commitments.FindIndex(link => link.Round == Round && link.Kind == CommitmentKinds.Submissions);
            var target = export.Commitments.FindIndex(link => link.Round == Round && link.Kind == CommitmentKinds.Target);
            (export.Commitments[target], export.Commitments[stakes]) = (export.Commitments[stakes], export.Commitments[target]);
            export.RechainCommitments();
            export.Seal();
        }),
        Make("settings never committed to, made anew", AuditCodes.CommitmentMissing, "round 8/1", export =>
        {
            export.Commitments.RemoveAll(link => link.Round == Round && link.Kind == CommitmentKinds.Settings);
            export.RechainCommitments();
            export.Seal();
        }),
        Make("other totals of a resolved round, made anew", AuditCodes.TotalsWrong, "round 8/1", export =>
        {
            export.Edit(Round, CommitmentKinds.Resolved, link => link with { Sha256 = _otherHash });
            export.RechainCommitments();
            export.Seal();
        }),
    ];

    private static IEnumerable<Forgery> OfCheckpoints() =>
    [
        Make("an altered checkpoint", AuditCodes.CheckpointHashWrong, "checkpoint 2", export =>
            export.Checkpoints[1] = export.Checkpoints[1] with { Chains = 99 }),
        Make("a checkpoint over other heads, made anew", AuditCodes.CheckpointHeadsWrong, "checkpoint 2", export =>
            Relink(export, 1, line => line with { HeadsRoot = _otherHash })),
        Make("a checkpoint with other balances, made anew", AuditCodes.CheckpointBalancesWrong, "checkpoint 3", export =>
            Relink(export, 2, line => line with { Balances = line.Balances.SetItem("burned", "1") })),
        Make("a checkpoint dropped", AuditCodes.CheckpointLinkBroken, "checkpoint 3", export => export.Checkpoints.RemoveAt(1)),
        Make(
            "the newest entries cut off",
            AuditCodes.CheckpointCountsWrong,
            "checkpoint",
            export => export.Ledger.RemoveAt(export.Ledger.Count - 1)),
        Make("the newest entries cut off with their checkpoint", AuditCodes.CheckpointCountsWrong, "checkpoint", export =>
        {
            export.Checkpoints.RemoveAt(export.Checkpoints.Count - 1);
            export.Ledger.RemoveAt(export.Ledger.Count - 1);
        }),
        Make("an entry's time altered, its chain made anew", AuditCodes.CheckpointHeadsWrong, "checkpoint 1", export =>
        {
            export.Edit(0, line => line with { Time = "2025-01-01T00:00:00.0000000Z" });
            export.Rechain();
        }),
    ];

    private static void Relink(
        ForgedExport export, int index, Func<Verification.Exports.CheckpointLine, Verification.Exports.CheckpointLine> edit)
    {
        export.Checkpoints[index] = edit(export.Checkpoints[index]);
        for (; index < export.Checkpoints.Count; index++)
        {
            var line = export.Checkpoints[index] with { Previous = export.Checkpoints[index - 1].Hash };
            export.Checkpoints[index] = line with { Hash = line.ComputedHash() };
        }
    }
}
