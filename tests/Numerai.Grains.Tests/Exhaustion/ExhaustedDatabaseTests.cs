using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Numerai.Grains.Tests.Exhaustion;

/// <summary>
/// A database that has no connections left (53300) is no fault of a request: whatever was asked for, the answer is to ask again.
/// </summary>
public sealed class ExhaustedDatabaseTests(PostgresServer server) : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(5) };

    [Fact]
    public async Task Every_kind_of_request_is_answered_503_and_is_carried_out_when_there_are_connections_again()
    {
        await using var cluster = await ExhaustedCluster.StartAsync(await server.NewDatabaseAsync());
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Token", $"{cluster.OperatorKey.PublicId}${cluster.OperatorKey.SecretKey}");
        foreach (var url in cluster.Urls)
        {
            // Both silos have the operator's account at hand by then, so what fails later is what was asked for and not the question who
            // asks.
            Assert.Equal(
                HttpStatusCode.OK,
                (await SendAsync(url, HttpMethod.Post, "/api/v1/operator/treasury/mint",
                    new { amount = "1", commandId = "before" })).Status);
        }

        await cluster.ExhaustAsync();
        var answers = await Task.WhenAll(
            cluster.Urls.SelectMany(url => Requests().Select(request => SendAsync(url, request.Method, request.Path, request.Body))));

        Assert.All(answers, answer => Assert.True(
            answer is { Status: HttpStatusCode.ServiceUnavailable, Code: "temporarily_unavailable" }, answer.ToString()));
        foreach (var url in cluster.Urls)
        {
            // GraphQL answers 200 whatever became of a field; its code is the one that REST has.
            var told = await SendAsync(url, HttpMethod.Post, "/graphql", new { query = "{ rounds(tournament: 8) { number } }" });
            Assert.Contains("\"code\":\"temporarily_unavailable\"", told.Text, StringComparison.Ordinal);
        }

        await cluster.RecoverAsync();
        foreach (var url in cluster.Urls)
        {
            foreach (var (method, path, body) in Requests())
            {
                await AnsweredAsync(url, method, path, body);
            }
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>
    /// Reads of tables, files and single actors; commands to actors that are up and to many that are not, on whichever silo they come up.
    /// </summary>
    private static IEnumerable<(HttpMethod Method, string Path, object? Body)> Requests() =>
    [
        (HttpMethod.Get, "/api/v1/rounds", null),
        (HttpMethod.Get, "/api/v1/leaderboard/8", null),
        (HttpMethod.Get, "/api/v1/datasets", null),
        (HttpMethod.Get, "/api/v1/ledger", null),
        (HttpMethod.Get, "/api/v1/conservation", null),
        (HttpMethod.Get, "/api/v1/models", null),
        (HttpMethod.Get, "/api/v1/account/webhooks", null),
        (HttpMethod.Get, "/", null),
        (HttpMethod.Post, "/api/v1/operator/treasury/mint", new { amount = "1", commandId = "after" }),
        .. Enumerable.Range(0, 8).Select(number => (HttpMethod.Post, "/api/v1/accounts", (object?)new { username = $"newcomer_{number}" })),
    ];

    private async Task AnsweredAsync(Uri url, HttpMethod method, string path, object? body)
    {
        while (true)
        {
            var answer = await SendAsync(url, method, path, body);
            if (answer.Code != "temporarily_unavailable")
            {
                // An account that the other silo has made by then is refused, and that is an answer too.
                Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Conflict, answer.ToString());
                return;
            }
        }
    }

    private async Task<Answer> SendAsync(Uri url, HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(url, path)) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Answer(answer.StatusCode, CodeIn(text), $"{method} {path}", text);
    }

    private static string? CodeIn(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("code", out var code)
                ? code.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Answer(HttpStatusCode Status, string? Code, string Request, string Text);
}
