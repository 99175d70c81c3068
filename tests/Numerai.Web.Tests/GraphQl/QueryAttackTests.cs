using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests.GraphQl;

/// <summary>
/// Anonymous requests that were made to burn the server. What refuses them is named, since that is what comes before the work.
/// </summary>
public sealed class QueryAttackTests(TestServer server) : IClassFixture<TestServer>
{
    private static readonly Dictionary<string, (string Query, string Code, string Part)> _attacks = new()
    {
        ["forty fragments that each spread the next twice"] = (Doubling(40), "query_too_complex", "1000000000 or more fields"),
        [
            "one field thirteen thousand times"] = ("{" + Repeat("tournaments{name} ", 13_000) + "}", "query_too_complex",
            "more than 8192 tokens"),
        ["one field a thousand times"] = ("{" + Repeat("tournaments{name} ", 900) + "}", "query_too_complex", "pairs of fields"),
        ["fields that multiply where they meet"] = (Multiplied(4, 4), "query_too_complex", "pairs of fields"),
        [
            "two thousand aliases"] = ("{" + string.Concat(Enumerable.Range(0, 2001).Select(i => $" a{i}:conservation")) + "}",
            "query_too_complex", "2001 fields"),
        ["a field that never closes"] = (Repeat("{a", 60_000), "query_too_complex", "40 levels"),
        ["a list in a list in a list"] = ("{ proposal(number: " + Repeat("[", 60_000), "query_too_complex", "40 levels"),
        [
            "a variable of a list of a list"] = ("query($a: " + Repeat("[", 41) + "Int" + Repeat("]", 41) + ") { tournaments { name } }",
            "query_too_complex", "40 levels"),
        [
            "inline fragments inside each other"] = ("{" + Repeat("...{", 60) + "tournaments{name}" + Repeat("}", 61), "query_too_complex",
            "40 levels"),
        ["fragments that go deep one by one"] = (Chain(99), "query_too_complex", "levels deep"),
        [
            "a fragment that holds itself"] = ("{...a} fragment a on Query {...b} fragment b on Query {...a}", "invalid_request",
            "leads back to itself"),
        [
            "a hundred directives"] = ("{ tournaments " + Repeat("@skip(if:false)", 65) + "{ name } }", "query_too_complex",
            "more than 64 directives"),
        ["a name without end"] = ("{ " + new string('a', 129) + " }", "query_too_complex", "129 characters"),
        [
            "a number without end"] = ("{ proposal(number: " + new string('9', 200_000) + ") { title } }", "query_too_complex",
            "200000 characters"),
        [
            "a thousand fragments"] = ("{ tournaments { name } }" + string.Concat(
                Enumerable.Range(0, 101).Select(i => $" fragment f{i} on Query {{a}}")), "query_too_complex", "101 fragments"),
        [
            "a dozen operations"] = (string.Concat(Enumerable.Range(0, 11).Select(i => $" query q{i} {{ tournaments {{ name }} }}")),
            "query_too_complex", "11 operations"),
        [
            "a null in a list"] = ("mutation { changePortfolio(type: SET, commandId: \"a\", weights: [null]) { status } }", "null_in_list",
            "holds a null"),
        ["the character NUL"] = ("{ v3UserProfile(modelName: \"a\\u0000\") { id } }", "invalid_request", "NUL"),
        ["half a surrogate pair"] = ("{ v3UserProfile(modelName: \"a\\uD800\") { id } }", "invalid_request", "surrogate"),
    };

    public static TheoryData<string, string> Attacks =>
        [.. _attacks.Keys.SelectMany(name => new[] { "/", "/graphql" }, (name, path) => new TheoryDataRow<string, string>(name, path))];

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task An_attack_is_refused_before_it_is_walked(string name, string path)
    {
        var (query, code, part) = _attacks[name];
        Assert.Equal(code, await CodeAsync(JsonSerializer.Serialize(new { query }), path, part));
        Assert.False((await server.PostAsync("{ governance { proposals } }", path: path)).TryGetProperty("errors", out _));
    }

    [Theory]
    [InlineData(
        """{"query":"query($w: [Int!]) { tournaments { name } }","variables":{"w":[1,null]}}""", "null_in_list", "$.variables.w[1]")]
    [InlineData("""{"query":"{ tournaments { name } }","variables":{"a":"\ud800"}}""", "invalid_request", "$.variables.a")]
    [InlineData("""{"query":"{ tournaments { name } }","variables":{"a":"\u0000"}}""", "invalid_request", "NUL")]
    public async Task Variables_are_looked_at_as_bodies_are(string body, string code, string part) =>
        Assert.Equal(code, await CodeAsync(body, "/", part));

    [Fact]
    public async Task Variables_have_a_depth_a_length_and_no_endless_numbers()
    {
        const string Start = """{"query":"{ tournaments { name } }","variables":{"a":""";
        Assert.Equal("invalid_request", await CodeAsync(Start + Repeat("[", 100_000), "/", "64 levels deep"));
        Assert.Equal(
            "invalid_request", await CodeAsync(Start + new string('7', 100_000) + "}}", "/", "$.variables.a: a number has at most 100"));

        // By its length alone: nothing of it is sent.
        var answer = await AnswerAsync(server, 5 << 20, string.Empty);
        Assert.Contains("request_too_large", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_does_not_come_to_its_end_is_given_up_at_its_deadline()
    {
        var hasty = new TestServer();
        await hasty.StartAsync(options => options with { GraphQlDeadline = TimeSpan.FromSeconds(1) });
        var answer = await AnswerAsync(hasty, 1000, "{\"query\":");
        Assert.Contains("request_timeout", answer, StringComparison.Ordinal);
        Assert.Contains("given up after 1 s", answer, StringComparison.Ordinal);
        await hasty.DisposeAsync();
    }

    [Fact]
    public async Task A_hundred_aliases_still_fit()
    {
        var aliases = "{" + string.Concat(
            Enumerable.Range(0, 100).Select(i => $" m{i}: governance {{ proposals rules {{ quorumPercent }} }}")) + " }";

        Assert.Equal(100, (await server.DataAsync(aliases)).EnumerateObject().Count());
    }

    /// <summary>What is answered to a body that is announced with this length and of which only the start comes.</summary>
    private static async Task<string> AnswerAsync(TestServer server, int length, string start)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", server.Url.Port, TestContext.Current.CancellationToken);
        var head = $"POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n{start}";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(client.GetStream());
        var answer = new StringBuilder();
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            answer.AppendLine(line);
            if (line.StartsWith('{'))
            {
                break;
            }
        }

        return answer.ToString();
    }

    private async Task<string> CodeAsync(string body, string path, string part)
    {
        using var response = await server.SendAsync(HttpMethod.Post, path, body);
        var answer = JsonElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(200, (int)response.StatusCode);
        var error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
        Assert.Contains(part, error.Text("message"), StringComparison.Ordinal);
        return error.Text("extensions", "code");
    }

    private static string Doubling(int fragments) => "{ ...f0 }"
        + string.Concat(Enumerable.Range(0, fragments).Select(i => $" fragment f{i} on Query {{ ...f{i + 1} ...f{i + 1} }}"))
        + $" fragment f{fragments} on Query {{ tournaments {{ name }} }}";

    private static string Chain(int fragments) => "{ ...f0 }"
        + string.Concat(Enumerable.Range(0, fragments).Select(i => $" fragment f{i} on Query {{ a {{ ...f{i + 1} }} }}"))
        + $" fragment f{fragments} on Query {{ a }}";

    /// <summary>Each field several times, with the same inside: all that is inside answers under the same names.</summary>
    private static string Multiplied(int times, int levels) =>
        levels == 0 ? "{ a }" : "{" + Repeat(" a " + Multiplied(times, levels - 1), times) + " }";

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
