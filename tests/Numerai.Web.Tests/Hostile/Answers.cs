using System.Net;
using System.Text.Json;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests.Hostile;

/// <summary>Sends what it is told and keeps every answer that is a fault or says nothing; there must be none in the end.</summary>
internal sealed class Answers(TestServer server, bool signedIn) : IAsyncDisposable
{
    private static readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private readonly List<string> _bad = [];

    public async Task SendAsync(
        string method, string address, byte[]? body = null, string? type = null, IEnumerable<(string Name, string Value)>? headers = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(server.Url.ToString().TrimEnd('/') + address));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        if (signedIn && server.Operator.Options.Credentials is { } key)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Token {key.PublicId}${key.SecretKey}");
        }

        foreach (var (name, value) in headers ?? [])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        if (await FaultAsync(response) is { } fault)
        {
            _bad.Add(
                $"{method} {Short(address)} "
                    + $"{(body is null ? string.Empty : $"[{type}] {Short(System.Text.Encoding.Latin1.GetString(body))}")}: {fault}");
        }
    }

    public ValueTask DisposeAsync()
    {
        Assert.True(_bad.Count == 0, $"{_bad.Count} answers:\n{string.Join('\n', _bad.Take(200))}");
        return ValueTask.CompletedTask;
    }

    private static async Task<string?> FaultAsync(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        if (status is < 400 and not 200)
        {
            return null;
        }

        var text = response.RequestMessage!.Method == HttpMethod.Head
            ? string.Empty
            : await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        // What is refused by the HTTP layer has a status and no body.
        return response.StatusCode == HttpStatusCode.RequestUriTooLong ? null
            : status >= 500 && response.StatusCode != HttpStatusCode.ServiceUnavailable ? $"{status} {Short(text)}"
            : text.Contains("internal_error", StringComparison.Ordinal) ? $"{status} {Short(text)}"
            : status < 400 || response.RequestMessage.Method == HttpMethod.Head
                || response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable || Says(text) ? null
            : $"{status} says nothing: '{Short(text)}'";
    }

    private static bool Says(string text)
    {
        try
        {
            var problem = JsonElement.Parse(text);
            return problem.TryGetProperty("code", out var code) && code.GetString() is { Length: > 0 }
                && problem.TryGetProperty("detail", out var detail) && detail.GetString() is { Length: > 10 } sentence
                    && sentence.EndsWith('.');
        }
        catch (JsonException)
        {
            return text.Contains("<code>", StringComparison.Ordinal);
        }
    }

    private static string Short(string text) => text.Length > 160 ? text[..160] + "..." : text;
}
