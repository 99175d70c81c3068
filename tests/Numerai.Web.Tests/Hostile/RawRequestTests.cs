using System.Net.Sockets;
using System.Text;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests.Hostile;

/// <summary>Requests that no HTTP library would send, byte by byte.</summary>
public sealed class RawRequestTests(TestServer server) : IClassFixture<TestServer>
{
    [Theory]
    [InlineData("")]
    [InlineData("[")]
    [InlineData("a:b:c")]
    [InlineData("a b")]
    [InlineData("%00")]
    [InlineData("xn--\u00e4")]
    public async Task No_host_header_makes_a_fault_at_any_reading_route(string host)
    {
        foreach (var route in Route.Of(server).Where(route => route.Method == "GET"))
        {
            await AnswersAsync($"GET {route.Address()} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        }
    }

    [Fact]
    public async Task A_signed_address_is_made_without_a_host_too()
    {
        var participant = await server.RegisterAsync("hostless");
        var model = await participant.Client.Models.CreateAsync(TestServer.NewName("model"));
        var body = $$"""{"model":"{{model.Name}}","filename":"a.csv"}""";
        var authorization = $"Authorization: Token {participant.Credentials.PublicId}${participant.Credentials.SecretKey}";
        await AnswersAsync(
            "POST /api/v1/submissions/upload-url HTTP/1.1\r\nHost:\r\nContent-Type: "
                + $"application/json\r\n{authorization}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}");
    }

    [Theory]
    [InlineData("Content-Length: -1")]
    [InlineData("Content-Length: 99999999999999999999")]
    [InlineData("Content-Length: 9223372036854775807")]
    [InlineData("Content-Length: 5\r\nContent-Length: 6")]
    [InlineData("Transfer-Encoding: chunked\r\nContent-Length: 5")]
    [InlineData("Transfer-Encoding: gzip")]
    public async Task No_length_makes_a_fault(string header)
    {
        foreach (var path in new[] { "/", "/graphql", "/api/v1/accounts", "/uploads/x" })
        {
            await AnswersAsync(
                $"{(path == "/uploads/x" ? "PUT" : "POST")} {path} HTTP/1.1\r\nHost: x\r\nContent-Type: "
                    + $"application/json\r\n{header}\r\nConnection: close\r\n\r\n");
        }
    }

    [Theory]
    [InlineData("GET /%00 HTTP/1.1")]
    [InlineData("GET /api/v1/models/%00 HTTP/1.1")]
    [InlineData("GET /?a=\u0001 HTTP/1.1")]
    [InlineData("GET http://[/ HTTP/1.1")]
    [InlineData("OPTIONS * HTTP/1.1")]
    [InlineData("CONNECT x:1 HTTP/1.1")]
    [InlineData("BREW / HTTP/1.1")]
    [InlineData("POST / HTTP/1.0")]
    public async Task No_request_line_makes_a_fault(string line) => await AnswersAsync($"{line}\r\nHost: x\r\nConnection: close\r\n\r\n");

    [Fact]
    public async Task An_address_without_end_is_refused() =>
        await AnswersAsync($"GET /api/v1/rounds?x={new string('a', 200_000)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    /// <summary>What is no HTTP is refused by the HTTP layer, with a status and no body; what reaches the server has a code.</summary>
    private async Task AnswersAsync(string request)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", server.Url.Port, cancellation);
        var stream = client.GetStream();
        var answer = new MemoryStream();
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request), cancellation);
            await stream.CopyToAsync(answer, cancellation);
        }
        catch (IOException)
        {
            // The server closes the connection on a request that it does not read to its end.
        }

        var text = Encoding.Latin1.GetString(answer.ToArray());
        var status = text.Length > 12 ? text[9..12] : "400";
        Assert.True(status[0] is '2' or '3' or '4', $"{request[..Math.Min(request.Length, 120)]}\n{text}");
        Assert.DoesNotContain("internal_error", text, StringComparison.Ordinal);
    }
}
