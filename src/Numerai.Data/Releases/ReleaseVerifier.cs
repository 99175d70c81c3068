using System.Text.Json;
using Numerai.Data.Features;
using Numerai.Data.Keys;
using Numerai.Data.Parquet;
using Numerai.Data.Releases.Appending;
using Numerai.Data.Tables;

namespace Numerai.Data.Releases;

/// <summary>Checks a folder against its manifest, and its Parquet files against the layout that participants rely on.</summary>
public static class ReleaseVerifier
{
    /// <summary>All problems of a folder with a <c>manifest.json</c>, in the manifest's order, and of the eras appended to it; none when it
    /// is whole.</summary>
    /// <param name="folder">Public or operator's folder of a release.</param>
    /// <param name="key">The operator's public key; <see langword="null"/> leaves signatures unchecked.</param>
    /// <exception cref="DataFormatException"><c>release_damaged</c> when there is no readable manifest.</exception>
    public static IReadOnlyList<ReleaseProblem> Verify(string folder, PublicSigningKey? key = null)
    {
        var problems = VerifyOne(folder, key, null);
        var previous = ReleaseManifest.File(folder, ReleaseManifest.FileName);
        foreach (var appended in AppendedEras.In(folder))
        {
            problems.AddRange(
                VerifyOne(appended.Path, key, previous).Select(problem => problem with { File = $"{appended.Name}/{problem.File}" }));
            previous = ReleaseManifest.File(folder, $"{appended.Name}/{ReleaseManifest.FileName}");
        }

        return problems;
    }

    private static List<ReleaseProblem> VerifyOne(string folder, PublicSigningKey? key, ManifestFile? previous)
    {
        var manifest = ReadManifest(folder);
        var problems = manifest.Files.SelectMany(file => Check(folder, file)).ToList();
        var listed = manifest.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        problems.AddRange(ReleaseManifest.Names(folder).Where(name => !listed.Contains(name))
            .Select(name => new ReleaseProblem("file_unknown", name, "The manifest does not list this file.")));
        if (manifest.Previous != previous)
        {
            problems.Add(new ReleaseProblem("chain_broken", ReleaseManifest.FileName,
                $"The manifest follows {Describe(manifest.Previous)}, but the one before it here is {Describe(previous)}."));
        }

        if (key is not null && CheckSignature(folder, key) is { } problem)
        {
            problems.Add(problem);
        }

        return problems;
    }

    private static string Describe(ManifestFile? manifest) => manifest is null ? "none" : $"{manifest.Path} with SHA-256 {manifest.Sha256}";

    private static ReleaseProblem? CheckSignature(string folder, PublicSigningKey key)
    {
        var path = Path.Combine(folder, ReleaseManifest.SignatureName);
        return !File.Exists(path)
            ? new ReleaseProblem("signature_missing", ReleaseManifest.SignatureName, "The manifest is not signed.")
            : key.Verifies(File.ReadAllBytes(Path.Combine(folder, ReleaseManifest.FileName)), File.ReadAllBytes(path))
                ? null
                : new ReleaseProblem("signature_wrong", ReleaseManifest.SignatureName,
                    $"The manifest was not signed with the key {key.Fingerprint}, or was changed since.");
    }

    private static ReleaseManifest ReadManifest(string folder)
    {
        var path = Path.Combine(folder, ReleaseManifest.FileName);
        try
        {
            return JsonSerializer.Deserialize<ReleaseManifest>(File.ReadAllBytes(path), ReleaseJson.Options) is { Files: not null } manifest
                ? manifest
                : throw new DataFormatException(DataErrorCodes.ReleaseDamaged, $"'{path}' lists no files.");
        }
        catch (Exception error) when (error is IOException or JsonException)
        {
            throw new DataFormatException(DataErrorCodes.ReleaseDamaged,
                $"'{folder}' has no readable {ReleaseManifest.FileName}: {error.Message}", error);
        }
    }

    private static IEnumerable<ReleaseProblem> Check(string folder, ManifestFile file)
    {
        var path = Path.GetFullPath(Path.Combine(folder, file.Path));
        if (!path.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !File.Exists(path))
        {
            yield return new ReleaseProblem("file_missing", file.Path, "The file is not there.");
            yield break;
        }

        var bytes = new FileInfo(path).Length;
        if (bytes != file.Bytes)
        {
            yield return new ReleaseProblem("size_differs", file.Path, $"The file has {bytes} bytes, the manifest says {file.Bytes}.");
        }
        else if (ReleaseManifest.Hash(path) is var hash && hash != file.Sha256)
        {
            yield return new ReleaseProblem("checksum_differs", file.Path,
                $"The file's SHA-256 is {hash}, the manifest says {file.Sha256}.");
        }

        if (file.Path.EndsWith(".parquet", StringComparison.Ordinal) && Schema(path) is { } problem)
        {
            yield return problem with { File = file.Path };
        }
    }

    private static ReleaseProblem? Schema(string path)
    {
        try
        {
            using var reader = ParquetReader.Open(path);
            var wrong = reader.Columns.FirstOrDefault(column => column.Type != Expected(column.Name) && Expected(column.Name) is not null);
            return wrong is not null ? new ReleaseProblem("schema_differs", "",
                $"Column '{wrong.Name}' holds {wrong.Type}, but {Expected(wrong.Name)} is expected.")
                : reader.IndexColumn != "id" ? new ReleaseProblem("schema_differs", "", "The file does not declare 'id' as its index.")
                : null;
        }
        catch (DataFormatException error)
        {
            return new ReleaseProblem(error.Code, "", error.Message);
        }
    }

    private static ColumnType? Expected(string column) => column switch
    {
        "id" or "previous_id" or "era" or "data_type" or "source" => ColumnType.Text,
        "prediction" or MetaModelTable.Column => ColumnType.Float64,
        _ when column.StartsWith(FeatureBlock.Prefix, StringComparison.Ordinal) => ColumnType.Int8,
        _ => null,
    };
}
