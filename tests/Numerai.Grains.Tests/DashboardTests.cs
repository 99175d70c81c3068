using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Numerai.Client;

namespace Numerai.Grains.Tests;

/// <summary>What a silo serves beside REST: the dashboard, for an operator and nobody else, and GraphQL.</summary>
public sealed class DashboardTests(LocalSilo silo) : IClassFixture<LocalSilo>, IDisposable
{
    private readonly HttpClient _http = new();

    [Fact]
    public async Task Without_a_key_a_browser_is_told_to_ask_for_one()
    {
        using var answer = await _http.GetAsync(new Uri(silo.Url, "/dashboard/"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Basic", Assert.Single(answer.Headers.WwwAuthenticate).Scheme);
    }

    [Fact]
    public async Task The_operators_key_opens_the_page_and_its_figures()
    {
        Assert.Contains("<html", await ReadAsync("/dashboard/", silo.OperatorKey), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\"hosts\"", await ReadAsync("/dashboard/DashboardCounters", silo.OperatorKey), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_participants_key_does_not()
    {
        using var anyone = new NumeraiClient(new NumeraiClientOptions { Url = silo.Url });
        var registration = await anyone.Accounts.RegisterAsync("curious", TestContext.Current.CancellationToken);

        using var answer = await SendAsync("/dashboard/", new NumeraiCredentials(registration.Key.PublicId, registration.Key.Secret));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_silo_answers_GraphQL_out_of_its_grains()
    {
        using var query = new StringContent(
            """{"query":"{ governance { proposals } settings(tournament: 8) { version } }"}""", Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(silo.Url, "/"));
        request.Content = query;
        request.Headers.TryAddWithoutValidation("Authorization", $"Token {silo.OperatorKey.PublicId}${silo.OperatorKey.SecretKey}");

        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(
            """{"data":{"governance":{"proposals":0},"settings":{"version":1}}}""",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public void Dispose() => _http.Dispose();

    private async Task<string> ReadAsync(string path, NumeraiCredentials key)
    {
        using var answer = await SendAsync(path, key);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private Task<HttpResponseMessage> SendAsync(string path, NumeraiCredentials key)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(silo.Url, path));
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{key.PublicId}:{key.SecretKey}")));
        return _http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
