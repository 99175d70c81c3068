using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Numerai.Contracts;

namespace Numerai.Tournament.Agreements.Feeds;

/// <summary>
/// The proof that somebody had some data: SHA-256 over the author's account id, a line feed, the salt (64 lower-case hexadecimal digits), a
/// line feed, and the data. The salt keeps others from finding the data by trying.
/// </summary>
public static class FeedProof
{
    public const int SaltLength = 64;
    public const int LargestData = 1024 * 1024;

    public static string Of(AccountId author, string salt, ReadOnlySpan<byte> data) => Of(author, Content(salt, data));

    /// <param name="content">Salt, line feed, data: what is published when a post is revealed.</param>
    public static string Of(AccountId author, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes($"{author}\n"));
        hash.AppendData(content);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public static byte[] Content(string salt, ReadOnlySpan<byte> data) => [.. Encoding.ASCII.GetBytes($"{salt}\n"), .. data];

    /// <summary>Null when a post can be revealed with them.</summary>
    public static Refusal? Check(string? salt, int dataLength) =>
        salt is not { Length: SaltLength } || !salt.All(char.IsAsciiHexDigitLower)
            ? new Refusal(RefusalCodes.InvalidRequest, $"The salt is {SaltLength} lower-case hexadecimal digits (32 random bytes).")
        : dataLength > LargestData
            ? new Refusal(RefusalCodes.InvalidRequest, $"The data have {dataLength} bytes; at most {LargestData} are revealed in a feed.")
        : null;

    /// <summary>
    /// The head of a feed after a post: SHA-256 of the head before, the proof and the time with seven decimals, joined by line feeds.
    /// </summary>
    public static string HeadOf(string before, string proof, DateTimeOffset time) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(
        $"{before}\n{proof}\n{time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture)}")));
}
