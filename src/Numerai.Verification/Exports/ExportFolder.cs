using System.Security.Cryptography;
using System.Text.Json;

namespace Numerai.Verification.Exports;

/// <summary>An export on disk, opened: its manifest is read and its files are all there at full length.</summary>
public sealed class ExportFolder
{
    private const int Buffer = 1 << 20;
    private readonly string _folder;

    private ExportFolder(string folder, ExportManifest manifest)
    {
        _folder = folder;
        Manifest = manifest;
    }

    public ExportManifest Manifest { get; }

    /// <exception cref="CheckRefusedException">It can't be audited; says why.</exception>
    public static ExportFolder Open(string folder)
    {
        var path = Path.Combine(folder, ExportFormat.ManifestFile);
        if (!File.Exists(path))
        {
            throw new CheckRefusedException(
                CheckRefusedException.ExportNotFound,
                $"'{folder}' holds no {ExportFormat.ManifestFile}: it is no export, or one that broke off; export again.");
        }

        var manifest = Read(path);
        foreach (var file in manifest.Files)
        {
            var info = new FileInfo(Path.Combine(folder, file.Name));
            var length = info.Exists ? info.Length : -1;
            if (length < file.Bytes)
            {
                throw new CheckRefusedException(
                    CheckRefusedException.ExportTruncated,
                    length < 0
                        ? $"The file '{file.Name}' is missing from the export; export again."
                        : $"The file '{file.Name}' has {length} of {file.Bytes} bytes; the export is cut off, so export again.");
            }
        }

        return new ExportFolder(folder, manifest);
    }

    public bool Has(string name) => File.Exists(Path.Combine(_folder, name));

    public byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(_folder, name));

    /// <summary>The SHA-256 of a file as it is, lower-case hexadecimal.</summary>
    public string Sha256(string name)
    {
        using var file = Open(name, FileOptions.SequentialScan);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    /// <summary>Lines of a file with their numbers, 1 first; a line that is no such value comes as null.</summary>
    public IEnumerable<(int Number, T? Line)> Lines<T>(string name)
        where T : class
    {
        foreach (var (number, text) in Texts(name))
        {
            yield return (number, Parse<T>(text));
        }
    }

    /// <summary>The same with what is computed of each line, several at a time and in the order of the file.</summary>
    public IEnumerable<(int Number, T? Line, string Computed)> Lines<T>(string name, Func<T, string> compute, int degree)
        where T : class =>
        Texts(name).AsParallel().AsOrdered().WithDegreeOfParallelism(degree).Select(text =>
        {
            var line = Parse<T>(text.Text);
            return (text.Number, line, line is null ? string.Empty : compute(line));
        });

    private IEnumerable<(int Number, string Text)> Texts(string name)
    {
        using var reader = new StreamReader(Open(name, FileOptions.SequentialScan), bufferSize: Buffer);
        for (var number = 1; reader.ReadLine() is { } text; number++)
        {
            yield return (number, text);
        }
    }

    private FileStream Open(string name, FileOptions options) =>
        new(Path.Combine(_folder, name), FileMode.Open, FileAccess.Read, FileShare.Read, Buffer, options);

    private static T? Parse<T>(string text)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, ExportFormat.Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ExportManifest Read(string path)
    {
        ExportManifest? manifest;
        try
        {
            manifest = JsonSerializer.Deserialize<ExportManifest>(File.ReadAllBytes(path), ExportFormat.Json);
        }
        catch (JsonException fault)
        {
            throw new CheckRefusedException(
                CheckRefusedException.ExportUnreadable, $"'{path}' is no manifest of an export: {fault.Message}");
        }

        if (manifest is null || manifest.Format != ExportFormat.Name || manifest.Version != ExportFormat.Version)
        {
            throw new CheckRefusedException(
                CheckRefusedException.ExportVersionUnknown,
                $"'{path}' says {manifest?.Format} version {manifest?.Version}; this program reads {ExportFormat.Name} version "
                    + $"{ExportFormat.Version}.");
        }

        if (manifest.Files.FirstOrDefault(file => file.Name.Contains("..",
            StringComparison.Ordinal) || Path.IsPathRooted(file.Name)) is { } outside)
        {
            throw new CheckRefusedException(
                CheckRefusedException.ExportUnreadable, $"'{path}' names the file '{outside.Name}', which lies outside the export.");
        }

        return manifest;
    }
}
