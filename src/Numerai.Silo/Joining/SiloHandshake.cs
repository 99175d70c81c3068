using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Security.Cryptography;

namespace Numerai.Silo.Joining;

/// <summary>
/// What two silos say to each other before anything of Orleans: caller, "this protocol and my nonce"; answerer, "this protocol, my nonce
/// and my proof"; caller, "my proof". All of fixed size, so that a stranger's word makes nobody set memory aside. Each returns why the
/// other end is not trusted, as the rest of a sentence, or null when it is.
/// </summary>
internal sealed class SiloHandshake(SiloProof proof)
{
    private const string Alike = "give all silos of a cluster the same Silo:Secret and Silo:ClusterId, "
        + "and let them reach each other under the addresses they advertise";

    private const string Stranger = "does not speak the handshake of silos: only silos come here, never an Orleans client, "
        + "and silos of an earlier version are stopped before those of this one start";

    private const string OtherKey = "did not prove that it knows this cluster's secret: " + Alike;

    private const string CallerLeft = "hung up before it proved that it knows this cluster's secret. "
        + "A silo with another secret does so: " + Alike;

    private const string AnswererLeft = "hung up instead of proving that it knows this cluster's secret: "
        + "it is no silo of this version, or wants TLS where this one has none";

    public static ReadOnlySpan<byte> Protocol => "NMRSILO1"u8;

    /// <summary>The end that opened the connection.</summary>
    public async Task<string?> CallAsync(IDuplexPipe line, IPEndPoint called, CancellationToken cancellation)
    {
        var own = RandomNumberGenerator.GetBytes(SiloProof.NonceBytes);
        await line.Output.WriteAsync((byte[])[.. Protocol, .. own], cancellation);
        if (await ReadProtocolAsync(line.Input, AnswererLeft, cancellation) is { } stranger)
        {
            return stranger;
        }

        if (await ReadAsync(line.Input, SiloProof.NonceBytes + SiloProof.Bytes, cancellation) is not { } answer)
        {
            return AnswererLeft;
        }

        var (theirs, shown) = (answer.AsMemory(0, SiloProof.NonceBytes), answer.AsMemory(SiloProof.NonceBytes));
        if (!proof.Holds(shown.Span, SiloSide.Answerer, called, own, theirs.Span))
        {
            return OtherKey;
        }

        await line.Output.WriteAsync(proof.Make(SiloSide.Caller, called, own, theirs.Span), cancellation);
        return null;
    }

    /// <summary>The end that was called.</summary>
    /// <param name="line">The connection.</param>
    /// <param name="own">The address this silo advertises.</param>
    /// <param name="cancellation">Ends the wait for the other end.</param>
    public async Task<string?> AnswerAsync(IDuplexPipe line, IPEndPoint own, CancellationToken cancellation)
    {
        if (await ReadProtocolAsync(line.Input, CallerLeft, cancellation) is { } stranger)
        {
            return stranger;
        }

        if (await ReadAsync(line.Input, SiloProof.NonceBytes, cancellation) is not { } theirs)
        {
            return CallerLeft;
        }

        var nonce = RandomNumberGenerator.GetBytes(SiloProof.NonceBytes);
        await line.Output.WriteAsync((byte[])[.. Protocol, .. nonce, .. proof.Make(SiloSide.Answerer, own, theirs, nonce)], cancellation);
        return await ReadAsync(line.Input, SiloProof.Bytes, cancellation) is not { } shown ? CallerLeft
            : proof.Holds(shown, SiloSide.Caller, own, theirs, nonce) ? null
            : OtherKey;
    }

    /// <summary>The protocol's name is read by itself: a stranger may wait for an answer to fewer bytes than the rest has.</summary>
    private static async Task<string?> ReadProtocolAsync(PipeReader input, string left, CancellationToken cancellation) =>
        await ReadAsync(input, Protocol.Length, cancellation) is not { } name ? left
            : name.AsSpan().SequenceEqual(Protocol) ? null
            : Stranger;

    /// <summary>Exactly so many bytes; what follows stays for Orleans. Null when the other end hung up before.</summary>
    private static async Task<byte[]?> ReadAsync(PipeReader input, int count, CancellationToken cancellation)
    {
        var read = await input.ReadAtLeastAsync(count, cancellation);
        if (read.Buffer.Length < count)
        {
            input.AdvanceTo(read.Buffer.Start);
            return null;
        }

        var frame = read.Buffer.Slice(0, count);
        var bytes = frame.ToArray();
        input.AdvanceTo(frame.End);
        return bytes;
    }
}
