using System.Net;
using Microsoft.AspNetCore.Connections;

namespace Numerai.Silo.Joining;

/// <summary>
/// Stands in every connection between silos, in and out: nothing of Orleans is read or written before both ends have proven that they know
/// the secret.
/// </summary>
internal sealed class SiloDoor(SiloHandshake handshake, TimeProvider time, ILogger<SiloDoor> logger)
{
    /// <summary>Of one connection: that TLS, where it is on, has let it come as far as the handshake.</summary>
    private static readonly object _behindTls = new();

    /// <summary>How long the other end may take.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Goes around TLS, whose own warnings do not say what to do.</summary>
    public ConnectionDelegate Outside(ConnectionDelegate next) => async context =>
    {
        await next(context);
        if (!context.Items.ContainsKey(_behindTls))
        {
            logger.LogWarning(
                "The TLS connection with {Remote} was closed. If it is a silo of this cluster, give both Silo:TlsCertificate, neither "
                    + "run out, "
                + "and the Silo:TlsAuthority that issued them.",
                context.RemoteEndPoint);
        }
    };

    /// <summary>For connections that other silos open.</summary>
    public ConnectionDelegate Inbound(ConnectionDelegate next, IPEndPoint own) => async context =>
    {
        context.Items[_behindTls] = true;
        if (await RefusalAsync(cancellation => handshake.AnswerAsync(context.Transport, own, cancellation)) is { } refusal)
        {
            Refuse(context, "A connection from {Remote} was closed: it {Refusal}.", refusal);
            return;
        }

        await next(context);
    };

    /// <summary>For connections that this silo opens. Orleans is told by what is thrown.</summary>
    public ConnectionDelegate Outbound(ConnectionDelegate next) => async context =>
    {
        context.Items[_behindTls] = true;
        var called = (IPEndPoint)context.RemoteEndPoint!;
        if (await RefusalAsync(cancellation => handshake.CallAsync(context.Transport, called, cancellation)) is { } refusal)
        {
            throw Refuse(context, "The connection to the silo at {Remote} was closed: it {Refusal}.", refusal);
        }

        await next(context);
    };

    private async Task<string?> RefusalAsync(Func<CancellationToken, Task<string?>> shakeHands)
    {
        using var deadline = new CancellationTokenSource(Patience, time);
        try
        {
            return await shakeHands(deadline.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return $"did not prove within {Patience.TotalSeconds:0} seconds that it knows this cluster's secret";
        }
        catch (IOException fault)
        {
            return $"broke off before it proved that it knows this cluster's secret ({fault.Message})";
        }
    }

    private ConnectionAbortedException Refuse(ConnectionContext context, string sentence, string refusal)
    {
#pragma warning disable CA2254 // One of two sentences, both with the same two places.
        logger.LogWarning(sentence, context.RemoteEndPoint, refusal);
#pragma warning restore CA2254
        var fault = new ConnectionAbortedException($"The other silo {refusal}.");
        context.Abort(fault);
        return fault;
    }
}
