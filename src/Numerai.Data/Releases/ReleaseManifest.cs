using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Numerai.Data.Keys;
using Numerai.Data.Releases.Appending;

namespace Numerai.Data.Releases;

/// <summary>Content of <c>manifest.json</c>: what belongs to a folder and how to check it.</summary>
/// <param name="Version">Release version.</param>
/// <param name="ObfuscationVersion">Version of the key derivation.</param>
/// <param name="Files">Files by path relative to the manifest, with forward slashes, ascending.</param>
/// <param name="Previous">The manifest before it, when eras were appended: its path from the release's folder, size and SHA-256.</param>
public sealed record ReleaseManifest(string Version, int ObfuscationVersion, IReadOnlyList<ManifestFile> Files,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ManifestFile? Previous = null)
{
    public const string FileName = "manifest.json";

    /// <summary>Signature of the manifest's bytes, ECDSA P-256 with SHA-256 in DER form.</summary>
    public const string SignatureName = "manifest.sig";

    /// <summary>The manifest of a folder as it is now.</summary>
    public static ReleaseManifest Of(string folder, string version, ManifestFile? previous = null) =>
        new(version, Obfuscation.ObfuscationKey.Version, Names(folder).Select(name => File(folder, name)).ToList(), previous);

    /// <summary>Writes the manifest of a folder, and its signature when there is a key.</summary>
    public static void Write(string folder, string version, SigningKey? key, ManifestFile? previous = null)
    {
        var path = Path.Combine(folder, FileName);
        ReleaseJson.Write(path, Of(folder, version, previous));
        if (key is not null)
        {
            System.IO.File.WriteAllBytes(Path.Combine(folder, SignatureName), key.Sign(System.IO.File.ReadAllBytes(path)));
        }
    }

    /// <summary>One file of a folder as it is now.</summary>
    internal static ManifestFile File(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        return new ManifestFile(name, new FileInfo(path).Length, Hash(path));
    }

    /// <summary>Paths of all files of a folder but the manifest and its signature, relative and with forward slashes, ascending. Appended
    /// eras have manifests of their own.</summary>
    internal static IReadOnlyList<string> Names(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
        .Where(name => name is not (FileName or SignatureName) && !name.StartsWith(AppendedEras.Prefix, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .ToList();

    /// <summary>SHA-256 of a file as 64 lowercase hexadecimal digits.</summary>
    public static string Hash(string path)
    {
        using var file = System.IO.File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
