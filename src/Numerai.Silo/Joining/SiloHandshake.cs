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

    private const string Together = "stop all silos of the cluster, upgrade all, then start them";

    private const string OtherKey = "did not prove that it knows this cluster's secret: " + Alike;

    private const string CallerLeft = "hung up before it proved that it knows this cluster's secret. "
        + "A silo with another secret does so: " + Alike;

    private readonly SiloGreeting _greeting = new(proof.Protocol);

    private string Stranger => "does not speak the handshake of silos: only silos come here, never an Orleans client; if it is a silo of "
        + $"version 0.1, it speaks none, and this one speaks protocol {proof.Protocol}: {Together}";

    /// <summary>The first protocol alone hangs up on others without a word.</summary>
    private string AnswererLeft => "hung up instead of proving that it knows this cluster's secret: it wants TLS where this one has none, "
        + $"or it {OtherProtocol(1)}";

    /// <summary>The end that opened the connection.</summary>
    public async Task<string?> CallAsync(IDuplexPipe line, IPEndPoint called, CancellationToken cancellation)
    {
        var own = RandomNumberGenerator.GetBytes(SiloProof.NonceBytes);
        await line.Output.WriteAsync((byte[])[.. _greeting.Frame, .. own], cancellation);
        if (await SiloLine.ReadAsync(line.Input, SiloGreeting.Bytes, cancellation) is not { } greeting)
        {
            return AnswererLeft;
        }

        var theirProtocol = SiloGreeting.ProtocolOf(greeting);
        if (theirProtocol != proof.Protocol)
        {
            return Refusal(theirProtocol);
        }

        if (await SiloLine.ReadAsync(line.Input, SiloProof.NonceBytes + SiloProof.Bytes, cancellation) is not { } answer)
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
        // The greeting is read by itself: a stranger may wait for an answer to fewer bytes than the rest has.
        if (await SiloLine.ReadAsync(line.Input, SiloGreeting.Bytes, cancellation) is not { } greeting)
        {
            return CallerLeft;
        }

        var theirProtocol = SiloGreeting.ProtocolOf(greeting);
        if (theirProtocol != proof.Protocol)
        {
            return await RefuseAsync(line, theirProtocol, cancellation);
        }

        if (await SiloLine.ReadAsync(line.Input, SiloProof.NonceBytes, cancellation) is not { } theirs)
        {
            return CallerLeft;
        }

        var nonce = RandomNumberGenerator.GetBytes(SiloProof.NonceBytes);
        var made = proof.Make(SiloSide.Answerer, own, theirs, nonce);
        await line.Output.WriteAsync((byte[])[.. _greeting.Frame, .. nonce, .. made], cancellation);
        return await SiloLine.ReadAsync(line.Input, SiloProof.Bytes, cancellation) is not { } shown ? CallerLeft
            : proof.Holds(shown, SiloSide.Caller, own, theirs, nonce) ? null
            : OtherKey;
    }

    /// <summary>A silo of another protocol is told this one's, so that its log says both, too.</summary>
    private async Task<string> RefuseAsync(IDuplexPipe line, int? theirs, CancellationToken cancellation)
    {
        if (theirs is not null)
        {
            await line.Output.WriteAsync(_greeting.Frame, cancellation);
            await SiloLine.EndAsync(line.Input, cancellation);
        }

        return Refusal(theirs);
    }

    private string Refusal(int? theirs) => theirs is null
        ? Stranger
        : OtherProtocol(theirs.Value);

    private string OtherProtocol(int theirs) =>
        $"speaks protocol {theirs} of silos and this one protocol {proof.Protocol}, which do not mix: {Together}";
}
