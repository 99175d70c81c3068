using System.Security.Cryptography;
using Numerai.Simulations.Results;

namespace Numerai.Grains.Tests.Simulations;

/// <summary>Files of a result as names with hashes, to compare byte for byte.</summary>
internal static class ResultBytes
{
    public static IReadOnlyList<string> In(string folder) =>
        [.. ResultFiles.Names.Select(name => Line(name, File.ReadAllBytes(Path.Combine(folder, name))))];

    public static string Line(string name, byte[] content) => $"{name} {Convert.ToHexStringLower(SHA256.HashData(content))}";
}
