using System.Security.Cryptography;
using System.Text.Json;
using Numerai.Tournament.Ledger;
using Numerai.Tournament.Ledger.Checkpoints;
using Numerai.Verification.Audits;
using Numerai.Verification.Exports;

namespace Numerai.Verification.Tests.Audits;

/// <summary>A copy of an export under a forger's hands: altered, and covered up as far as the forger goes.</summary>
internal sealed class ForgedExport : IDisposable
{
    private static readonly string _genesis = new('0', 64);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("numerai-forged-");

    public ForgedExport(string honest)
    {
        foreach (var file in Directory.EnumerateFiles(honest, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Folder, Path.GetRelativePath(honest, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        Ledger = Read<LedgerLine>(ExportFormat.LedgerFile);
        Commitments = Read<CommitmentLine>(ExportFormat.CommitmentsFile);
        Checkpoints = Read<CheckpointLine>(ExportFormat.CheckpointsFile);
    }

    public string Folder => _folder.FullName;

    public List<LedgerLine> Ledger { get; set; }

    public List<CommitmentLine> Commitments { get; set; }

    public List<CheckpointLine> Checkpoints { get; set; }

    public int IndexOf(LedgerReason reason, string debit = "") => Ledger.FindIndex(line =>
        line.Reason == reason.ToString() && line.Debit.StartsWith(debit, StringComparison.Ordinal));

    public void Edit(int index, Func<LedgerLine, LedgerLine> edit) => Ledger[index] = edit(Ledger[index]);

    public void Edit(string round, string kind, Func<CommitmentLine, CommitmentLine> edit)
    {
        var index = Commitments.FindLastIndex(line => line.Round == round && line.Kind == kind);
        Commitments[index] = edit(Commitments[index]);
    }

    public string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public void EditText(string file, Func<string, string> edit)
    {
        var before = Text(file);
        var after = edit(before);
        Assert.NotEqual(before, after);
        File.WriteAllText(Path.Combine(Folder, file), after);
    }

    public void EditBytes(string file, Action<byte[]> edit)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Folder, file));
        edit(bytes);
        File.WriteAllBytes(Path.Combine(Folder, file), bytes);
    }

    /// <summary>Has a round's commitment say what its document now is.</summary>
    public void Recommit(string round, string kind)
    {
        var content = File.ReadAllBytes(Path.Combine(Folder, ExportFormat.RoundFile(round, RoundFiles.Documents[kind])));
        Edit(round, kind, line => line with { Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)), Length = content.Length });
    }

    /// <summary>Numbers and links every chain of the ledger anew.</summary>
    public void Rechain()
    {
        var heads = new Dictionary<string, (long Sequence, string Hash)>(StringComparer.Ordinal);
        for (var index = 0; index < Ledger.Count; index++)
        {
            var (sequence, hash) = heads.GetValueOrDefault(Ledger[index].Chain, (0, _genesis));
            var line = Ledger[index] with { Sequence = sequence + 1, Previous = hash };
            Ledger[index] = line with { Hash = line.ComputedHash() };
            heads[line.Chain] = (line.Sequence, Ledger[index].Hash);
        }
    }

    /// <summary>Links every round's commitments anew.</summary>
    public void RechainCommitments()
    {
        var heads = new Dictionary<string, (int Sequence, string Hash)>(StringComparer.Ordinal);
        for (var index = 0; index < Commitments.Count; index++)
        {
            var (sequence, hash) = heads.GetValueOrDefault(Commitments[index].Round, (0, _genesis));
            var line = Commitments[index] with { Sequence = sequence + 1, Previous = hash };
            Commitments[index] = line with { Hash = line.ComputedHash() };
            heads[line.Round] = (line.Sequence, Commitments[index].Hash);
        }
    }

    /// <summary>Makes every checkpoint anew, the last one over all there now is.</summary>
    public void Seal()
    {
        var previous = _genesis;
        for (var index = 0; index < Checkpoints.Count; index++)
        {
            var last = index == Checkpoints.Count - 1;
            var line = Covering(Checkpoints[index] with
            {
                Number = index + 1,
                Previous = previous,
                Entries = last ? Ledger.Count : Math.Min(Checkpoints[index].Entries, Ledger.Count),
                Commitments = last ? Commitments.Count : Math.Min(Checkpoints[index].Commitments, Commitments.Count),
            });
            Checkpoints[index] = line with { Hash = line.ComputedHash() };
            previous = Checkpoints[index].Hash;
        }
    }

    /// <summary>Writes everything back with a manifest that fits.</summary>
    public void Save()
    {
        Write(ExportFormat.LedgerFile, Ledger);
        Write(ExportFormat.CommitmentsFile, Commitments);
        Write(ExportFormat.CheckpointsFile, Checkpoints);
        SaveManifest(file => File.Exists(Path.Combine(Folder, file)));
    }

    /// <summary>A manifest over the files as they are; those that are left out may be gone.</summary>
    public void SaveManifest(Func<string, bool> keep)
    {
        var path = Path.Combine(Folder, ExportFormat.ManifestFile);
        var manifest = JsonSerializer.Deserialize<ExportManifest>(File.ReadAllBytes(path), ExportFormat.Json)!;
        File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(
            manifest with
            {
                CheckpointHash = Checkpoints[^1].Hash,
                Files = [.. manifest.Files.Where(file => keep(file.Name)).Select(file => Describe(file.Name))],
            },
            ExportFormat.Json));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private CheckpointLine Covering(CheckpointLine line)
    {
        var books = new LedgerBooks();
        var heads = new Dictionary<string, ChainHead>(StringComparer.Ordinal);
        foreach (var entry in Ledger.Take((int)line.Entries))
        {
            books.Post(entry, Int128.Parse(entry.Wei), default);
            heads[entry.Chain] = new ChainHead(entry.Chain, entry.Sequence, entry.Hash);
        }

        foreach (var link in Commitments.Take((int)line.Commitments))
        {
            heads["round/" + link.Round] = new ChainHead("round/" + link.Round, link.Sequence, link.Hash);
        }

        return line with { Chains = heads.Count, HeadsRoot = LedgerCheckpoints.HeadsRoot(heads.Values), Balances = books.Kinds() };
    }

    private ExportFileEntry Describe(string name)
    {
        var content = File.ReadAllBytes(Path.Combine(Folder, name));
        return new ExportFileEntry(name, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    private List<T> Read<T>(string name) =>
        [.. File.ReadLines(Path.Combine(Folder, name)).Select(line => JsonSerializer.Deserialize<T>(line, ExportFormat.Json)!)];

    private void Write<T>(string name, IEnumerable<T> lines) =>
        File.WriteAllText(
            Path.Combine(Folder, name), string.Concat(lines.Select(line => JsonSerializer.Serialize(line, ExportFormat.Json) + "\n")));
}
