using System.Net;
using System.Net.Sockets;

namespace Numerai.Storage.Outgoing;

/// <summary>
/// How this server calls addresses that somebody gave it. The address is checked where the connection is made, after its name was resolved,
/// so that no name, redirect or proxy leads into the operator's own network.
/// </summary>
public static class OutgoingHttp
{
    private static readonly TimeSpan _connect = TimeSpan.FromSeconds(10);

    /// <param name="allowPrivate">Whether calls may lead to this machine and to private networks.</param>
    public static SocketsHttpHandler Handler(bool allowPrivate) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = _connect,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        ConnectCallback = (context, cancellation) => ConnectAsync(context.DnsEndPoint, allowPrivate, cancellation),
    };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint target, bool allowPrivate, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(target.Host, cancellation);
        var allowed = allowPrivate ? addresses : Array.FindAll(addresses, PublicAddresses.IsPublic);
        if (allowed.Length == 0)
        {
            throw new AddressNotAllowedException(target.Host);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, target.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
