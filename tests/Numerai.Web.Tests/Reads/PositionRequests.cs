using Microsoft.Extensions.DependencyInjection;
using Numerai.Client;
using Numerai.Web.Reads;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests.Reads;

/// <summary>Requests of clients that carry positions, or none, by themselves.</summary>
internal static class PositionRequests
{
    private static readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false });

    public static ReadPositions Reads(this TestServer server) => server.Server.Services.GetRequiredService<ReadPositions>();

    public static async Task<HttpResponseMessage> CallAsync(
        this TestServer server, HttpMethod method, string path, string? body = null, NumeraiCredentials? credentials = null,
        params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(server.Url, path));
        request.Content = body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        if (credentials is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Token {credentials.PublicId}${credentials.SecretKey}");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static Task<HttpResponseMessage> ReadAsync(this TestServer server, string path, string? position = null) =>
        server.CallAsync(HttpMethod.Get, path, headers: position is null ? [] : [(PositionList.Header, position)]);

    /// <summary>The position in an answer; null when there is none.</summary>
    public static string? Position(this HttpResponseMessage response) =>
        response.Headers.TryGetValues(PositionList.Header, out var values) ? string.Join(',', values) : null;

    public static bool IsStale(this HttpResponseMessage response) => response.Headers.Contains(ReadYourWrites.StaleHeader);

    public static Task<string> TextAsync(this HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    /// <summary>Until as many reads wait.</summary>
    public static async Task WaitingAsync(this ReadPositions reads, int count)
    {
        while (reads.Waiting != count)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
