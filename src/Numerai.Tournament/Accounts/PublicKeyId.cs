using System.Buffers.Binary;
using System.Security.Cryptography;
using Numerai.Contracts;

namespace Numerai.Tournament.Accounts;

/// <summary>
/// The public half of an API key: 32 characters of base 32 that spell the account id and four more bytes. The account can be read from
/// it, so checking a key asks the one account concerned and no directory.
/// </summary>
public static class PublicKeyId
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Bytes = 20;

    public static string Create(AccountId account) =>
        Create(account, BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(sizeof(uint))));

    /// <summary>Makes the id of one certain key of an account; 32 bits tell an account's few keys apart.</summary>
    public static string Create(AccountId account, uint key)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        account.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[16..], key);
        return Encode(bytes);
    }

    public static bool TryReadAccount(string? publicId, out AccountId account)
    {
        account = default;
        if (publicId is not { Length: 32 })
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[Bytes];
        var buffer = 0UL;
        var bits = 0;
        var written = 0;
        foreach (var character in publicId)
        {
            var value = Alphabet.IndexOf(character, StringComparison.Ordinal);
            if (value < 0)
            {
                return false;
            }

            buffer = ((buffer << 5) | (uint)value) & 0xFFFF;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes[written++] = (byte)((buffer >> bits) & 0xFF);
            }
        }

        account = new AccountId(new Guid(bytes[..16], bigEndian: true));
        return true;
    }

    private static string Encode(ReadOnlySpan<byte> bytes) =>
        string.Create(32, bytes.ToArray(), static (text, source) =>
        {
            var buffer = 0UL;
            var bits = 0;
            var written = 0;
            foreach (var value in source)
            {
                buffer = ((buffer << 8) | value) & 0xFFFFFF;
                bits += 8;
                while (bits >= 5)
                {
                    bits -= 5;
                    text[written++] = Alphabet[(int)((buffer >> bits) & 31)];
                }
            }
        });
}
