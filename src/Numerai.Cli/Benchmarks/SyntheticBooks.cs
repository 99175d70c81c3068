using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Numerai.Contracts;
using Numerai.Tournament.Ledger;
using Numerai.Tournament.Ledger.Checkpoints;
using Numerai.Tournament.Ledger.Commitments;
using Numerai.Verification.Exports;

namespace Numerai.Cli.Benchmarks;

/// <summary>
/// The books of a tournament that was never played, as an export: every chain, commitment, settlement and checkpoint is made by the
/// domain's own code, only scores are drawn. It is what `bench audit` measures on.
/// </summary>
internal sealed class SyntheticBooks : IDisposable
{
    private static readonly string _zeros = new('0', 64);
    private readonly string _folder;
    private readonly StreamWriter _ledger;
    private readonly StreamWriter _commitments;
    private readonly StreamWriter _checkpointLines;
    private readonly Dictionary<string, LedgerHead> _heads = new(StringComparer.Ordinal);
    private readonly Dictionary<RoundId, CommitmentHead> _rounds = [];
    private readonly Dictionary<string, Nmr> _balances = new(StringComparer.Ordinal);
    private readonly List<string> _files = [ExportFormat.CheckpointsFile, ExportFormat.CommitmentsFile, ExportFormat.LedgerFile];
    private LedgerCheckpoint? _latest;
    private long _entries;
    private long _links;

    public SyntheticBooks(string folder)
    {
        _folder = folder;
        Directory.CreateDirectory(folder);
        _ledger = File.CreateText(Path.Combine(folder, ExportFormat.LedgerFile));
        _commitments = File.CreateText(Path.Combine(folder, ExportFormat.CommitmentsFile));
        _checkpointLines = File.CreateText(Path.Combine(folder, ExportFormat.CheckpointsFile));
    }

    public Nmr Balance(string account) => _balances.GetValueOrDefault(account);

    public void Post(
        string chain, string transfer, LedgerReason reason, string debit, string credit, Nmr amount, RoundId? round, DateTimeOffset time)
    {
        if (!amount.IsPositive)
        {
            return;
        }

        var (entry, head) = LedgerChain.Append(
            chain, _heads.GetValueOrDefault(chain, LedgerHead.Genesis), transfer, reason, debit, credit, amount, round, time);
        _heads[chain] = head;
        _balances[debit] = Balance(debit) - amount;
        _balances[credit] = Balance(credit) + amount;
        _entries++;
        Write(_ledger, LedgerLine.Of(entry));
    }

    /// <summary>Commits to a document and puts it into the export where exports hold it.</summary>
    public void Commit(RoundId round, string kind, byte[] content, DateTimeOffset time, int? day = null)
    {
        var name = RoundFiles.Documents.GetValueOrDefault(kind, kind);
        if (RoundFiles.Documents.ContainsKey(kind))
        {
            Keep(round, name, content);
        }

        Commit(round, new CommittedDocument(kind, day, name, Hash(content), content.Length), time);
    }

    public void Commit(RoundId round, CommittedDocument document, DateTimeOffset time)
    {
        var link = CommitmentChain.Append(round, _rounds.GetValueOrDefault(round, CommitmentHead.Genesis), document, time);
        _rounds[round] = new CommitmentHead(link.Sequence, link.Hash);
        _links++;
        Write(_commitments, CommitmentLine.Of(link));
    }

    public void Keep(RoundId round, string name, byte[] content)
    {
        var file = ExportFormat.RoundFile(round.ToString(), name);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder, file))!);
        File.WriteAllBytes(Path.Combine(_folder, file), content);
        _files.Add(file);
    }

    public void Seal(DateTimeOffset time)
    {
        ImmutableArray<ChainHead> heads =
        [
            .. _heads.Select(head => new ChainHead(head.Key, head.Value.Sequence, head.Value.Hash)),
            .. _rounds.Select(round => new ChainHead($"round/{round.Key}", round.Value.Sequence, round.Value.Hash)),
        ];
        _latest = LedgerCheckpoints.Append(_latest, new LedgerSnapshot(_entries, _links, heads, _balances), time);
        Write(_checkpointLines, CheckpointLine.Of(_latest));
    }

    /// <summary>Writes the manifest, which makes the folder an export.</summary>
    /// <returns>Bytes of all files.</returns>
    public long Finish()
    {
        Dispose();
        var files = _files.Select(name =>
        {
            using var file = File.OpenRead(Path.Combine(_folder, name));
            return new ExportFileEntry(name, file.Length, Convert.ToHexStringLower(SHA256.HashData(file)));
        }).ToImmutableArray();
        var manifest = new ExportManifest(ExportFormat.Name, ExportFormat.Version, _latest?.Number ?? 0, _latest?.Hash ?? _zeros, files);
        File.WriteAllBytes(
            Path.Combine(_folder, ExportFormat.ManifestFile), JsonSerializer.SerializeToUtf8Bytes(manifest, ExportFormat.Json));
        return files.Sum(file => file.Bytes);
    }

    public void Dispose()
    {
        _ledger.Dispose();
        _commitments.Dispose();
        _checkpointLines.Dispose();
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static void Write<T>(StreamWriter writer, T line)
    {
        writer.Write(JsonSerializer.Serialize(line, ExportFormat.Json));
        writer.Write('\n');
    }
}
