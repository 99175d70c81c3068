using System.Security.Cryptography;
using System.Text;
using Numerai.Data.Keys;

namespace Numerai.Data.Obfuscation;

/// <summary>
/// The operator's secret, 32 bytes. Everything keyed is derived from it by HMAC-SHA-256 with a purpose, so ids, names and rotations are
/// independent of each other. It lives in a file only its owner can read and never in a release, a log or a message.
/// </summary>
public sealed class ObfuscationKey
{
    /// <summary>Version of the derivation. A release made under another version cannot be decoded with this one.</summary>
    public const int Version = 1;

    private const int Bytes = 32;
    private const string Header = "numerai-obfuscation-key-1 ";
    private readonly byte[] _secret;

    private ObfuscationKey(byte[] secret) => _secret = secret;

    /// <summary>A new key from the system's cryptographic source.</summary>
    public static ObfuscationKey Generate() => new(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>A key anyone can compute from the seed: for demonstrations and tests, never for data that must stay secret.</summary>
    public static ObfuscationKey ForDemonstration(int seed) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"numerai demonstration key {seed}")));

    /// <summary>Reads a key file.</summary>
    /// <exception cref="DataFormatException"><c>key_file_invalid</c>, or <c>key_file_exposed</c> when others than its owner may read
    /// it.</exception>
    public static ObfuscationKey Load(string path)
    {
        var text = KeyFile.Read(path).Trim();
        return text.StartsWith(Header, StringComparison.Ordinal) && text.Length == Header.Length + (2 * Bytes)
            && text[Header.Length..].All(char.IsAsciiHexDigitLower)
            ? new ObfuscationKey(Convert.FromHexString(text.AsSpan(Header.Length)))
            : throw new DataFormatException(DataErrorCodes.KeyFileInvalid, $"File '{path}' is not a key file of this platform.");
    }

    /// <summary>Writes the key to a new file readable by its owner only; an existing file is never replaced.</summary>
    /// <exception cref="DataFormatException"><c>key_file_exists</c>.</exception>
    public void Save(string path) =>
        KeyFile.Create(path, Header + Convert.ToHexStringLower(_secret) + "\n", "releases made with it could not be decoded any more");

    /// <summary>32 bytes bound to a purpose and its parts. Parts are length-prefixed, so ("ab","c") and ("a","bc") differ.</summary>
    internal byte[] Derive(string purpose, params ReadOnlySpan<string> parts)
    {
        using var message = new MemoryStream();
        using (var writer = new BinaryWriter(message, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Version);
            writer.Write(purpose);
            foreach (var part in parts)
            {
                writer.Write(part);
            }
        }

        return HMACSHA256.HashData(_secret, message.GetBuffer().AsSpan(0, (int)message.Length));
    }

    /// <summary>Says that it is a key, not which.</summary>
    public override string ToString() => "obfuscation key (secret)";
}
