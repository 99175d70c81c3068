using System.Net;
using System.Text;
using System.Text.Json;
using Numerai.Client;
using Numerai.Web.Hosting;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests.GraphQl;

/// <summary>Requests that are wrong as requests, whatever they ask for.</summary>
public sealed class OperationRequestTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Small = "{ governance { proposals } }";

    public static TheoryData<string, string, string> BadBodies => new()
    {
        { "", "invalid_request", "not valid JSON at line 1" },
        { """[{"query":"{ governance { proposals } }"}]""", "invalid_request", "Several in one request are not taken" },
        { """{"variables":{}}""", "invalid_request", "'query' is missing" },
        { """{"query":5}""", "invalid_request", "'query' is a JSON number" },
        { """{"query":"{ governance { proposals } }","variables":[1]}""", "invalid_request", "variables are a JSON array" },
        { """{"query":"{ governance { "}""", "invalid_request", "Error parsing query" },
        { """{"query":""}""", "invalid_request", "" },
        { """{"query":"{ governance { proposal } }"}""", "invalid_request", "Cannot query field 'proposal' on type 'Governance'" },
        { """{"query":"{ proposal(number: \"one\") { title } }"}""", "invalid_request", "number" },
        { """{"query":"query($n: Int!) { proposal(number: $n) { title } }","variables":{"n":"one"}}""", "invalid_request", "n" },
        { """{"query":"mutation { vote(number: 1, choice: PERHAPS) { power } }"}""", "invalid_request", "choice" },
        { """{"query":"{ agreement(id: \"seven\") { phase } }"}""", "invalid_request", "it is a UUID" },
        { """{"query":"query a { governance { proposals } } query b { governance { proposals } }"}""", "invalid_request", "" },
    };

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task A_bad_request_is_answered_200_with_what_is_wrong(string body, string code, string part)
    {
        using var response = await server.SendAsync(HttpMethod.Post, "/graphql", body);
        var error = JsonElement.Parse(await response.Content.ReadAsStringAsync()).At("errors", "0");

        Assert.Equal((HttpStatusCode.OK, code), (response.StatusCode, error.Text("extensions", "code")));
        Assert.Contains(part, error.Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_that_is_too_deep_or_asks_too_much_is_refused_before_anything_is_read()
    {
        var deep = "{ __schema { types { fields { type { " + string.Concat(Enumerable.Repeat("ofType { ", 13)) + "name" + string.Concat(
            Enumerable.Repeat(" }", 18));
        Assert.Equal("query_too_complex", (await server.RefusedAsync(deep)).Code);
        var wide = "{" + string.Concat(Enumerable.Range(0, 500).Select(place => $" a{place}: governance {{ proposals }}")) + " }";
        Assert.Equal("query_too_complex", (await server.RefusedAsync(wide)).Code);
        var votes = "mutation {" + string.Concat(
            Enumerable.Range(0, 60).Select(place => $" a{place}: vote(number: {place}, choice: FOR) {{ power }}")) + " }";
        Assert.Equal("query_too_complex", (await server.RefusedAsync(votes)).Code);
        var around = "{ __schema { types { " + string.Concat(Enumerable.Repeat("fields { type { ", 5)) + "name" + string.Concat(
            Enumerable.Repeat(" } }", 6)) + " }";
        Assert.Equal("query_too_complex", (await server.RefusedAsync(around)).Code);
        Assert.Equal("invalid_request", (await server.RefusedAsync(Small + new string(' ', 256 * 1024))).Code);
    }

    [Fact]
    public async Task A_key_that_is_not_known_is_told_so_in_the_words_that_clients_look_for()
    {
        const string Settings = "{ settings(tournament: 8) { version } }";
        var wrong = await server.RefusedAsync(Settings, null, new NumeraiCredentials("nobody", "nothing"));
        Assert.Equal("not_authenticated", wrong.Code);
        Assert.StartsWith("Your session is invalid or has expired.", wrong.Message, StringComparison.Ordinal);

        var basic = Convert.ToBase64String(
            Encoding.UTF8.GetBytes($"{server.Server.OperatorKey.PublicId}:{server.Server.OperatorKey.SecretKey}"));
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Url, "/"));
        request.Content = new StringContent(JsonSerializer.Serialize(new { query = Settings }), Encoding.UTF8, "application/json");
        request.Headers.TryAddWithoutValidation("Authorization", "Basic " + basic);
        using var answer = await http.SendAsync(request);
        Assert.Equal(1, JsonElement.Parse(await answer.Content.ReadAsStringAsync()).At("data", "settings", "version").GetInt32());
    }

    [Fact]
    public async Task A_form_with_query_and_variables_is_understood_and_other_content_is_not()
    {
        using var http = new HttpClient();
        using var form = new MultipartFormDataContent
        {
            { new StringContent("query($n: Int!) { proposal(number: $n) { title } }"), "query" },
            { new StringContent("""{"n":99}"""), "variables" },
        };
        using var answer = await http.PostAsync(new Uri(server.Url, "/"), form);
        Assert.Equal(
            "proposal_not_found", JsonElement.Parse(await answer.Content.ReadAsStringAsync()).Text("errors", "0", "extensions", "code"));

        using var text = await server.SendAsync(HttpMethod.Post, "/graphql", Small, null, "text/plain");
        Assert.Equal(
            "unsupported_media_type", JsonElement.Parse(await text.Content.ReadAsStringAsync()).Text("errors", "0", "extensions", "code"));
    }

    [Fact]
    public async Task Too_many_requests_are_refused_in_the_same_form()
    {
        var limited = new TestServer();
        await limited.StartAsync(options => options with { RateLimits = true, Limits = new RateLimits(1, 1, 1, 1) });
        await limited.PostAsync(Small);
        using var second = await limited.SendAsync(HttpMethod.Post, "/", """{"query":"{ governance { proposals } }"}""");
        Assert.Equal("rate_limited", JsonElement.Parse(await second.Content.ReadAsStringAsync()).Text("errors", "0", "extensions", "code"));
        Assert.Equal((HttpStatusCode.OK, true), (second.StatusCode, second.Headers.RetryAfter is not null));
        await limited.DisposeAsync();
    }
}
