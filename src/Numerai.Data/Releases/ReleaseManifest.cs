using System.Security.Cryptography;

namespace Numerai.Data.Releases;

/// <summary>Content of <c>manifest.json</c>: what belongs to a folder and how to check it.</summary>
/// <param name="Version">Release version.</param>
/// <param name="ObfuscationVersion">Version of the key derivation.</param>
/// <param name="Files">Files by path relative to the manifest, with forward slashes, ascending.</param>
public sealed record ReleaseManifest(string Version, int ObfuscationVersion, IReadOnlyList<ManifestFile> Files)
{
    public const string FileName = "manifest.json";

    /// <summary>The manifest of a folder as it is now.</summary>
    public static ReleaseManifest Of(string folder, string version) => new(version, Obfuscation.ObfuscationKey.Version,
        Names(folder).Select(name => (name, path: Path.Combine(folder, name)))
            .Select(file => new ManifestFile(file.name, new FileInfo(file.path).Length, Hash(file.path)))
            .ToList());

    /// <summary>Paths of all files of a folder but the manifest itself, relative and with forward slashes, ascending.</summary>
    internal static IReadOnlyList<string> Names(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
        .Where(name => name != FileName)
        .Order(StringComparer.Ordinal)
        .ToList();

    /// <summary>SHA-256 of a file as 64 lowercase hexadecimal digits.</summary>
    public static string Hash(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
