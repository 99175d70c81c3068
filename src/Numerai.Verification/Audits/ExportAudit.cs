using System.Collections.Immutable;
using Numerai.Verification.Exports;

namespace Numerai.Verification.Audits;

/// <summary>Computes again everything that an export claims. It trusts nothing but arithmetic and SHA-256.</summary>
public static class ExportAudit
{
    /// <param name="folder">Where the export is.</param>
    /// <param name="degree">Rounds computed at the same time.</param>
    /// <exception cref="CheckRefusedException">The folder can't be audited.</exception>
    public static AuditReport Run(string folder, int degree = 0)
    {
        var export = ExportFolder.Open(folder);
        Require(export);
        var findings = new Findings();
        var commitments = new CommitmentAudit(export, findings);
        commitments.Run();
        var rounds = Settle(export, commitments.Rounds, degree, findings);
        var books = new LedgerBooks();
        var ledger = new LedgerAudit(
            export,
            books,
            new SettlementAudit(rounds, books, findings),
            new CheckpointAudit(export, commitments.All, findings),
            findings,
            Degree(degree).MaxDegreeOfParallelism);
        ledger.Run();
        CheckFiles(export, findings, degree);
        return new AuditReport(
            export.Manifest.CheckpointHash,
            ledger.Entries,
            ledger.Chains,
            commitments.All.Count,
            export.Manifest.Checkpoint,
            rounds.Count,
            rounds.Values.Sum(round => (long)round.Leaves.Count),
            Documents(rounds.Values),
            books.Kinds(),
            findings.Count,
            findings.First);
    }

    private static Dictionary<string, SettledRound> Settle(
        ExportFolder export, IReadOnlyDictionary<string, List<CommitmentLine>> rounds, int degree, Findings findings)
    {
        var order = rounds.Keys.Order(RoundOrder.Instance).ToArray();
        var settled = new SettledRound?[order.Length];
        var found = order.Select(_ => new Findings()).ToArray();
        Parallel.For(0, order.Length, Degree(degree), index =>
            settled[index] = new RoundAudit(export, order[index], rounds[order[index]], found[index]).Run());
        foreach (var part in found)
        {
            findings.Add(part);
        }

        return settled.OfType<SettledRound>().ToDictionary(round => round.Round, StringComparer.Ordinal);
    }

    private static ImmutableArray<CheckedDocuments> Documents(IEnumerable<SettledRound> rounds) =>
    [
        .. rounds.SelectMany(round => round.Documents).GroupBy(document => document.Key, document => document.Value, StringComparer.Ordinal)
            .OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => new CheckedDocuments(
                kind.Key, kind.Count(check => check == DocumentCheck.Computed), kind.Count(check => check == DocumentCheck.ByHash))),
    ];

    /// <summary>Last, because whoever alters a file can alter the manifest, too: what is wrong inside tells more.</summary>
    private static void CheckFiles(ExportFolder export, Findings findings, int degree)
    {
        var hashes = new string[export.Manifest.Files.Length];
        Parallel.For(0, hashes.Length, Degree(degree), index => hashes[index] = export.Sha256(export.Manifest.Files[index].Name));
        for (var index = 0; index < hashes.Length; index++)
        {
            var file = export.Manifest.Files[index];
            if (hashes[index] != file.Sha256)
            {
                findings.Add(
                    AuditCodes.FileAltered, file.Name, $"Its hash is {hashes[index]}; {ExportFormat.ManifestFile} says {file.Sha256}.");
            }
        }
    }

    private static void Require(ExportFolder export)
    {
        foreach (var name in new[] { ExportFormat.LedgerFile, ExportFormat.CommitmentsFile, ExportFormat.CheckpointsFile })
        {
            if (!export.Has(name))
            {
                throw new CheckRefusedException(
                    CheckRefusedException.ExportTruncated, $"The file '{name}' is missing from the export; export again.");
            }
        }
    }

    private static ParallelOptions Degree(int degree) =>
        new() { MaxDegreeOfParallelism = degree > 0 ? degree : Environment.ProcessorCount };
}
