using System.Security.Cryptography;

namespace Numerai.Cli.CommandLine;

/// <summary>Texts that are referred to by hash: given as a file, or as the hash itself.</summary>
internal static class Metadata
{
    public static string Hash(string fileOrHash) =>
        fileOrHash.Length == 64 && fileOrHash.All(char.IsAsciiHexDigitLower) && !File.Exists(fileOrHash)
            ? fileOrHash
            : HashFile(fileOrHash);

    public static string HashFile(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
}
