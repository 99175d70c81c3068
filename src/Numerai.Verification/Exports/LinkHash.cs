using System.Security.Cryptography;
using System.Text;

namespace Numerai.Verification.Exports;

/// <summary>The hash of every link in every chain: SHA-256 over the fields' texts joined by line feeds.</summary>
public static class LinkHash
{
    /// <summary>Lower-case hexadecimal.</summary>
    public static string Of(params ReadOnlySpan<string?> fields) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', fields))));
}
