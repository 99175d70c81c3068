using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;

namespace Numerai.Verification.Exports;

/// <summary>
/// Writes an export: everything public that the newest checkpoint covers, as plain files. They are gathered beside the folder and put into
/// it when all are there, the manifest last: an export that breaks off leaves what was there before.
/// </summary>
/// <param name="source">Where it is written from.</param>
/// <param name="folder">Where it goes; an earlier export there is replaced.</param>
/// <param name="inputs">Whether to write everything that scores are computed from, too.</param>
public sealed class ExportWriter(IExportSource source, string folder, bool inputs = false)
{
    private readonly ImmutableArray<ExportFileEntry>.Builder _files = ImmutableArray.CreateBuilder<ExportFileEntry>();
    private readonly string _partial = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + ".partial";

    /// <returns>Null when there is no checkpoint yet, so nothing to export.</returns>
    public async Task<ExportManifest?> WriteAsync(CancellationToken cancellation = default)
    {
        if (await source.LatestCheckpointAsync(cancellation) is not { } last)
        {
            return null;
        }

        if (File.Exists(folder))
        {
            throw new IOException($"'{folder}' is a file; name a folder for the export.");
        }

        try
        {
            Remove(_partial);
            Directory.CreateDirectory(_partial);
            var manifest = await GatherAsync(last, cancellation);
            Publish();
            return manifest;
        }
        finally
        {
            Remove(_partial);
        }
    }

    private async Task<ExportManifest> GatherAsync(CheckpointLine last, CancellationToken cancellation)
    {
        var rounds = new SortedDictionary<string, List<CommitmentLine>>(StringComparer.Ordinal);
        await LinesAsync(ExportFormat.CheckpointsFile, source.CheckpointsAsync(last, cancellation), _ => { });
        await LinesAsync(ExportFormat.CommitmentsFile, source.CommitmentsAsync(last, cancellation), line =>
        {
            if (!rounds.TryGetValue(line.Round, out var links))
            {
                rounds.Add(line.Round, links = []);
            }

            links.Add(line);
        });
        await LinesAsync(ExportFormat.LedgerFile, source.EntriesAsync(last, cancellation), _ => { });
        foreach (var (round, links) in rounds)
        {
            await RoundAsync(round, links, cancellation);
        }

        var manifest = new ExportManifest(ExportFormat.Name, ExportFormat.Version, last.Number, last.Hash, _files.ToImmutable());
        await File.WriteAllBytesAsync(
            Path.Combine(_partial, ExportFormat.ManifestFile), JsonSerializer.SerializeToUtf8Bytes(manifest, ExportFormat.Json),
            cancellation);
        return manifest;
    }

    private async Task RoundAsync(string round, List<CommitmentLine> links, CancellationToken cancellation)
    {
        var documents = RoundFiles.In(links, inputs).ToList();
        foreach (var link in documents)
        {
            await FileAsync(
                ExportFormat.RoundFile(round, RoundFiles.NameOf(link.Kind)!), await source.DocumentAsync(link, cancellation), cancellation);
        }

        if (documents.Count > 0)
        {
            await FileAsync(ExportFormat.RoundFile(round, RoundFiles.Leaves), await source.LeavesAsync(round, cancellation), cancellation);
        }
    }

    private async Task LinesAsync<T>(string name, IAsyncEnumerable<T> lines, Action<T> seen)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = File.Create(Path.Combine(_partial, name));
        await foreach (var line in lines)
        {
            seen(line);
            byte[] bytes = [.. JsonSerializer.SerializeToUtf8Bytes(line, ExportFormat.Json), (byte)'\n'];
            hash.AppendData(bytes);
            await file.WriteAsync(bytes);
        }

        _files.Add(new ExportFileEntry(name, file.Length, Convert.ToHexStringLower(hash.GetHashAndReset())));
    }

    private async Task FileAsync(string name, byte[] content, CancellationToken cancellation)
    {
        var path = Path.Combine(_partial, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, content, cancellation);
        _files.Add(new ExportFileEntry(name, content.Length, Convert.ToHexStringLower(SHA256.HashData(content))));
    }

    private void Publish()
    {
        Directory.CreateDirectory(folder);
        File.Delete(Path.Combine(folder, ExportFormat.ManifestFile));
        foreach (var name in _files.Select(file => file.Name).Append(ExportFormat.ManifestFile))
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Move(Path.Combine(_partial, name), path, overwrite: true);
        }
    }

    private static void Remove(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
