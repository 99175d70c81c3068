using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Numerai.Tournament.Commitments;
using Numerai.Tournament.Ledger;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Scoring;
using Numerai.Tournament.Settlement;
using Numerai.Verification.Audits;

namespace Numerai.Verification.Tests.Audits;

/// <content>Scores, targets, stakes, settings, leaves.</content>
internal static partial class Forgeries
{
    private const string Round = "8/1";
    private const string Scores = "rounds/8/1/scores.json";
    private const string Manifest = "rounds/8/1/submissions.json";
    private const string Leaves = "rounds/8/1/leaves.txt";

    private static IEnumerable<Forgery> OfDocuments() =>
    [
        Make("an altered score", AuditCodes.DocumentAltered, Scores, AlterScore),
        Make("an altered score, committed to anew", AuditCodes.LeafWrong, Leaves, export =>
        {
            AlterScore(export);
            export.Recommit(Round, CommitmentKinds.Scores);
            export.RechainCommitments();
            export.Seal();
        }),
        Make("an altered score with leaves and root to match, but not the ledger", AuditCodes.PayoutWrong, "payout/8/1/", export =>
        {
            AlterScore(export);
            FillPercentiles(export);
            export.Recommit(Round, CommitmentKinds.Scores);
            export.RechainCommitments();
            export.Seal();
            export.Save();
            Releaf(export);
            export.RechainCommitments();
            export.Seal();
        }),
        Make(
            "an altered target",
            AuditCodes.DocumentAltered,
            "target.f64",
            export => export.EditBytes("rounds/8/1/target.f64", bytes => bytes[14] ^= 1)),
        Make(
            "an altered meta model",
            AuditCodes.DocumentAltered,
            "meta-model.f64",
            export => export.EditBytes("rounds/8/1/meta-model.f64", bytes => bytes[9] ^= 1)),
        Make(
            "an altered universe",
            AuditCodes.DocumentAltered,
            "universe.txt",
            export => export.EditBytes("rounds/8/1/universe.txt", bytes => bytes[3] ^= 1)),
        Make("an altered clip", AuditCodes.DocumentAltered, "settings.json", export =>
            export.EditText("rounds/8/1/settings.json", text => text.Replace("\"clip\":0.05", "\"clip\":0.04", StringComparison.Ordinal))),
        Make("a submission's hash exchanged", AuditCodes.DocumentAltered, "submissions.json", export =>
            export.EditText(
                Manifest,
                text => Regex.Replace(text, "\"fileSha256\":\"(.)", "\"fileSha256\":\"0$1", RegexOptions.None, TimeSpan.FromSeconds(1)))),
        Make("a stake at risk raised, committed to anew", AuditCodes.LeafWrong, Leaves, export =>
        {
            RaiseStake(export);
            export.RechainCommitments();
            export.Seal();
        }),
        Remade(
            "a stake at risk raised with everything that follows from it",
            AuditCodes.StakeAtRiskWrong,
            "round 8/1 model",
            RaiseStakeAndAll),
        Make(
            "a leaf altered",
            AuditCodes.LeafWrong,
            Leaves,
            export => export.EditText(Leaves, text => text.Replace("|0\n", "|1\n", StringComparison.Ordinal))),
        Make(
            "a leaf left out",
            AuditCodes.LeafWrong,
            Leaves,
            export => export.EditText(Leaves, text => text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..])),
        new Forgery("a document left out", AuditCodes.DocumentMissing, "target.f64", export =>
        {
            var forged = (ForgedExport)export;
            File.Delete(Path.Combine(forged.Folder, "rounds", "8", "1", "target.f64"));
            forged.SaveManifest(file => file != "rounds/8/1/target.f64");
        }),
        Make("a score table that is none", AuditCodes.DocumentUnreadable, Scores, export =>
        {
            export.EditText(Scores, _ => "{}}");
            export.Recommit(Round, CommitmentKinds.Scores);
            export.RechainCommitments();
            export.Seal();
        }),
        Make("a model's scores left out, committed to anew", AuditCodes.ScoreMissing, Scores, export =>
        {
            export.EditText(
                Scores,
                text =>
                    Regex.Replace(
                        text,
                        "\"models\":\\[\\{\"model\":\"[0-9a-f]{8}",
                        "\"models\":[{\"model\":\"00000000",
                        RegexOptions.None,
                        TimeSpan.FromSeconds(1)));
            export.Recommit(Round, CommitmentKinds.Scores);
            export.RechainCommitments();
            export.Seal();
        }),
        Make("an altered percentile, committed to anew", AuditCodes.PercentileWrong, Scores, export =>
        {
            export.EditText(
                Scores,
                text => Regex.Replace(text, "\"percentile\":0.2\\b", "\"percentile\":0.9", RegexOptions.None, TimeSpan.FromSeconds(1)));
            export.Recommit(Round, CommitmentKinds.Scores);
            export.RechainCommitments();
            export.Seal();
        }),
        Make("rows that are not those of the live data, committed to anew", AuditCodes.InputWrong, "universe.txt", export =>
        {
            export.EditText("rounds/8/1/universe.txt", text => "a" + text[1..]);
            export.Recommit(Round, CommitmentKinds.Universe);
            export.RechainCommitments();
            export.Seal();
        }),
        Make(
            "altered live data",
            AuditCodes.DocumentAltered,
            "live.parquet",
            export => export.EditBytes("rounds/8/1/live.parquet", bytes => bytes[200] ^= 1)),
        new Forgery("a file that says more than its manifest knows", AuditCodes.FileAltered, Leaves, export =>
            ((ForgedExport)export).EditText(Leaves, text => text + "\n")),
    ];

    /// <summary>Makes the CORR of the first model that is paid so bad that it is burned instead, whatever its other scores.</summary>
    private static void AlterScore(ForgedExport export)
    {
        var paid = export.Ledger[export.IndexOf(LedgerReason.Payout)].Credit["stake:".Length..];
        export.EditText(Scores, text =>
        {
            var start = text.IndexOf($"\"model\":\"{paid}\"", StringComparison.Ordinal);
            var value = Regex.Match(
                text[start..], "\"corr\":\\{\"value\":(-?[0-9.]+)", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1];
            var altered = (decimal.Parse(value.Value, CultureInfo.InvariantCulture) - 15m).ToString(CultureInfo.InvariantCulture);
            return text[..(start + value.Index)] + altered + text[(start + value.Index + value.Length)..];
        });
    }

    private static void FillPercentiles(ForgedExport export) => export.EditText(Scores, text =>
    {
        var table = StoredJson.Read<ScoreTable>(Encoding.UTF8.GetBytes(text));
        return Encoding.UTF8.GetString(StoredJson.Write(table with { Models = Percentiles.Fill(table.Models) }));
    });

    /// <summary>Takes over what the audit says the leaves should be, line after line, and commits to their root.</summary>
    private static void Releaf(ForgedExport export)
    {
        for (var attempt = 0; attempt < 10; attempt++)
        {
            var wrong = ExportAudit.Run(export.Folder).Findings.FirstOrDefault(
                finding => finding.Code == AuditCodes.LeafWrong && finding.Where.StartsWith(Leaves, StringComparison.Ordinal));
            if (wrong is null)
            {
                break;
            }

            var line = int.Parse(wrong.Where[(wrong.Where.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture);
            var computed =
                wrong.Message["Settings, stakes and scores give ".Length..wrong.Message.IndexOf("; it says", StringComparison.Ordinal)];
            var lines = export.Text(Leaves).Split('\n');
            lines[line - 1] = computed;
            export.EditText(Leaves, _ => string.Join('\n', lines));
        }

        var root = MerkleTree.Root(export.Text(Leaves).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        export.Edit(Round, CommitmentKinds.SettlementRoot, link => link with { Sha256 = root });
    }

    private static void RaiseStake(ForgedExport export)
    {
        export.EditText(Manifest, text => text.Replace("\"atRisk\":\"100\"", "\"atRisk\":\"1000\"", StringComparison.Ordinal));
        export.Recommit(Round, CommitmentKinds.Submissions);
    }

    private static void RaiseStakeAndAll(ForgedExport export)
    {
        RaiseStake(export);
        export.RechainCommitments();
        export.Seal();
        export.Save();
        Releaf(export);
        foreach (var leaf in export.Text(Leaves).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(leaf => leaf.Split('|')))
        {
            var index = export.Ledger.FindIndex(line => line.Transfer == $"payout/8/1/{leaf[1]}");
            if (index >= 0)
            {
                export.Edit(index, line => line with { Wei = leaf[7] });
            }
        }
    }
}
