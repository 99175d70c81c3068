using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Numerai.Contracts;
using Numerai.Tournament.Ledger;
using Numerai.Tournament.Ledger.Commitments;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Scoring;
using Numerai.Tournament.Rounds.Settlement;
using Numerai.Verification.Exports;

namespace Numerai.Verification.Audits;

/// <summary>
/// Computes one round's settlement again: from the committed settings, stakes and final scores to every payout and burn, to the leaves,
/// to the committed root.
/// </summary>
internal sealed class RoundAudit(ExportFolder export, string round, IReadOnlyList<CommitmentLine> links, Findings findings)
{
    /// <summary>Null when the round is not settled in this export, or when its documents can't be read (then there are findings).</summary>
    public SettledRound? Run()
    {
        var root = links.FirstOrDefault(link => link.Kind == CommitmentKinds.SettlementRoot);
        if (root is null)
        {
            return null;
        }

        var documents = RoundFiles.In(links, inputs: true)
            .Where(link => RoundFiles.Documents.ContainsKey(link.Kind) || export.Has(Name(link.Kind)))
            .ToDictionary(link => link.Kind, CheckDocument, StringComparer.Ordinal);
        var settings = Read<TournamentSettings>(documents, CommitmentKinds.Settings);
        var manifest = Read<RoundManifest>(documents, CommitmentKinds.Submissions);
        var table = Read<ScoreTable>(documents, CommitmentKinds.Scores);
        return settings is not null && manifest is not null && table is not null && CheckScores(settings, manifest, table)
            ? Settle(root, settings, manifest, table) with { Documents = new DerivedAudit(round, settings, documents, findings).Run(table) }
            : null;
    }

    private string Name(string kind) => ExportFormat.RoundFile(round, RoundFiles.NameOf(kind)!);

    private SettledRound Settle(CommitmentLine root, TournamentSettings settings, RoundManifest manifest, ScoreTable table)
    {
        var atRisk = manifest.Rows.Aggregate(Nmr.Zero, (sum, row) => sum + row.AtRisk);
        var factor = PayoutFormula.Factor(settings.Payout.StakeThreshold, atRisk);
        var entries = SettlementEntries.Of(settings.Payout, factor, manifest, table);
        CheckLeaves(entries, root);
        return new SettledRound(
            round,
            Time(links[0]),
            Time(links.First(link => link.Kind == CommitmentKinds.Submissions)),
            Time(root),
            links.FirstOrDefault(link => link.Kind == CommitmentKinds.Resolved),
            entries.ToDictionary(
                entry => entry.Model.Value,
                entry => new SettledLeaf(entry.Staker.Value, entry.AtRisk.Wei, entry.Payout.Wei, entry.Burn.Wei)));
    }

    private void CheckLeaves(ImmutableArray<SettlementEntry> entries, CommitmentLine root)
    {
        var name = ExportFormat.RoundFile(round, RoundFiles.Leaves);
        string[] published = export.Has(name)
            ? Encoding.UTF8.GetString(export.Bytes(name)).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            : [];
        for (var index = 0; index < Math.Max(entries.Length, published.Length); index++)
        {
            var computed = index < entries.Length ? SettlementLeaf.Of(entries[index]) : "(none)";
            var shown = index < published.Length ? published[index] : "(none)";
            if (computed != shown)
            {
                findings.Add(
                    AuditCodes.LeafWrong, $"{name} line {index + 1}", $"Settings, stakes and scores give {computed}; it says {shown}.");
                break;
            }
        }

        var computedRoot = MerkleTree.Root(published);
        if (computedRoot != root.Sha256)
        {
            findings.Add(
                AuditCodes.SettlementRootWrong, $"round {round}",
                $"Its leaves have the root {computedRoot}; it committed to {root.Sha256}.");
        }
    }

    private bool CheckScores(TournamentSettings settings, RoundManifest manifest, ScoreTable table)
    {
        var where = Name(CommitmentKinds.Scores);
        if (table.Day != settings.Scoring.Days || !table.Final)
        {
            findings.Add(
                AuditCodes.ScoreMissing,
                where,
                $"The round pays on the scores of day {settings.Scoring.Days}; these are of day {table.Day}.");
        }

        var scored = table.Models.Where(model => !model.Late).ToDictionary(model => model.Model, model => model.Submission);
        var whole = true;
        foreach (var row in manifest.Rows.Where(row => row.AtRisk.IsPositive && (!scored.TryGetValue(row.Model,
            out var submission) || submission != row.Submission)))
        {
            findings.Add(
                AuditCodes.ScoreMissing,
                where,
                $"Model {row.Model} has {row.AtRisk} NMR at risk on submission {row.Submission}, which has no scores.");
            whole = false;
        }

        return whole;
    }

    /// <summary>The document's bytes when it is what the round committed to.</summary>
    private byte[]? CheckDocument(CommitmentLine link)
    {
        var name = Name(link.Kind);
        if (!export.Has(name))
        {
            findings.Add(
                AuditCodes.DocumentMissing, name, $"The round committed to {CommitmentOrder.Describe(link)}, but the export lacks it.");
            return null;
        }

        var content = export.Bytes(name);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        if (hash != link.Sha256 || content.Length != link.Length)
        {
            findings.Add(
                AuditCodes.DocumentAltered,
                name,
                $"It has {content.Length} bytes and the hash {hash}; on {link.Time} the round committed to {link.Length} bytes and "
                    + $"{link.Sha256}.");
        }

        return content;
    }

    private T? Read<T>(Dictionary<string, byte[]?> documents, string kind)
        where T : class
    {
        if (!documents.TryGetValue(kind, out var content))
        {
            findings.Add(AuditCodes.CommitmentMissing, $"round {round}", $"The round is settled but never committed to {kind}.");
            return null;
        }

        try
        {
            return content is null ? null : StoredJson.Read<T>(content);
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException or FormatException)
        {
            findings.Add(
                AuditCodes.DocumentUnreadable, Name(kind), $"It can't be read: {fault.Message}");
            return null;
        }
    }

    private static DateTimeOffset Time(CommitmentLine link) => LedgerTime.TryRead(link.Time, out var time) ? time : default;
}
