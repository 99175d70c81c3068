using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Numerai.Grains.Serialization;

namespace Numerai.Silo.Joining;

/// <summary>Which end of a connection shows a proof. An end's own proof, sent back to it, proves nothing.</summary>
internal enum SiloSide : byte
{
    /// <summary>The silo that opened the connection.</summary>
    Caller = 1,

    /// <summary>The silo that was called.</summary>
    Answerer = 2,
}

/// <summary>
/// That somebody knows a key, without telling it: HMAC-SHA256 over who speaks, what protocol, the cluster, the address that was called and
/// a nonce of each end. The address is in it so that nobody who is called himself can pass the talk on to another silo and take the proven
/// line.
/// </summary>
internal sealed class SiloProof(byte[] key, string clusterId, byte protocol = WireProtocol.Number)
{
    public const int NonceBytes = 32;
    public const int Bytes = HMACSHA256.HashSizeInBytes;
    private const int AddressBytes = 16;

    /// <summary>The number of the protocol that this end speaks.</summary>
    public byte Protocol => protocol;

    private readonly byte[] _cluster = SHA256.HashData(Encoding.UTF8.GetBytes(clusterId));

    /// <param name="side">Who proves.</param>
    /// <param name="called">The address that the caller called, which is the one the answerer advertises.</param>
    /// <param name="callers">The caller's nonce.</param>
    /// <param name="answerers">The answerer's nonce.</param>
    public byte[] Make(SiloSide side, IPEndPoint called, ReadOnlySpan<byte> callers, ReadOnlySpan<byte> answerers)
    {
        Span<byte> text = stackalloc byte[2 + SHA256.HashSizeInBytes + AddressBytes + sizeof(ushort) + (2 * NonceBytes)];
        (text[0], text[1]) = ((byte)side, protocol);
        var rest = text[2..];
        _cluster.CopyTo(rest);
        rest = rest[SHA256.HashSizeInBytes..];
        called.Address.MapToIPv6().TryWriteBytes(rest, out _);
        BinaryPrimitives.WriteUInt16BigEndian(rest[AddressBytes..], checked((ushort)called.Port));
        rest = rest[(AddressBytes + sizeof(ushort))..];
        callers[..NonceBytes].CopyTo(rest);
        answerers[..NonceBytes].CopyTo(rest[NonceBytes..]);
        return HMACSHA256.HashData(key, text);
    }

    /// <summary>Whether a proof is the right one; takes as long when it is not.</summary>
    public bool Holds(
        ReadOnlySpan<byte> proof, SiloSide side, IPEndPoint called, ReadOnlySpan<byte> callers, ReadOnlySpan<byte> answerers) =>
        CryptographicOperations.FixedTimeEquals(proof, Make(side, called, callers, answerers));
}
