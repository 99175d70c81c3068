using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Numerai.Client.Tests.Support;

/// <summary>What a server, or the network before it, can answer.</summary>
internal static class Answers
{
    public const string Treasury =
        """{"balance":"5","reserved":[],"minted":"5","paid":"0","burned":"0","ledgerHead":{"sequence":1,"hash":"00"}}""";

    public static Func<HttpRequestMessage, HttpResponseMessage> Json(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        _ => new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public static Func<HttpRequestMessage, HttpResponseMessage> Refusal(string code, HttpStatusCode status) =>
        Json($$"""{"type":"urn:x","title":"No","status":{{(int)status}},"code":"{{code}}","detail":"The sentence of {{code}}."}""", status);

    public static HttpResponseMessage ConnectionLost(HttpRequestMessage request) =>
        throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection was lost.", new IOException("reset"));

    public static HttpResponseMessage ConnectionRefused(HttpRequestMessage request) =>
        throw new HttpRequestException(
            HttpRequestError.ConnectionError, "Connection refused.", new SocketException((int)SocketError.ConnectionRefused));

    /// <summary>A body that breaks off in the middle.</summary>
    public static HttpResponseMessage Truncated(HttpRequestMessage request) =>
        new(HttpStatusCode.OK) { Content = new StreamContent(new BrokenStream()) };

    private sealed class BrokenStream : MemoryStream
    {
        public BrokenStream()
            : base("""{"balance":"5","""u8.ToArray())
        {
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position == Length ? throw new IOException("The connection was lost.") : base.ReadAsync(buffer, cancellationToken);
    }
}
