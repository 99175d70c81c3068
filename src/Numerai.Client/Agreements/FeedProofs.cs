using System.Security.Cryptography;
using System.Text;
using Numerai.Contracts;

namespace Numerai.Client.Agreements;

/// <summary>
/// Proofs for feeds: SHA-256 over the author's account id, a line feed, the salt, a line feed, and the data. Whoever publishes the proof
/// today and salt and data later shows that the data existed today.
/// </summary>
public static class FeedProofs
{
    /// <summary>32 random bytes as 64 hexadecimal digits; keep it, the data cannot be revealed without it.</summary>
    public static string NewSalt() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public static string Of(AccountId author, string salt, ReadOnlySpan<byte> data)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes($"{author}\n{salt}\n"));
        hash.AppendData(data);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
