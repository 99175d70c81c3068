using System.Text;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests.Hostile;

/// <summary>Bodies that nobody means well with, at every route that takes one.</summary>
public sealed class HostileBodyTests(TestServer server) : IClassFixture<TestServer>
{
    private static readonly byte[][] _bodies =
    [
        [],
        [0xEF, 0xBB, 0xBF],
        [0xFF, 0xFE, 0x7B, 0x00],
        [0x00],
        [.. "{\"a\":\""u8, 0xFF, 0xC0, .. "\"}"u8],
        [.. "{\""u8, 0xFF, .. "\":1}"u8],
        "{\"\\ud800\":1}"u8.ToArray(),
        "{\"query\":\"{ a }\",\"operationName\":\"\\udc00\"}"u8.ToArray(),
        [.. "{\"query\":\"{ a"u8, 0xFF, .. " }\"}"u8],
        Encoding.ASCII.GetBytes("{\"query\":\"" + string.Concat(Enumerable.Repeat("{a", 50_000)) + "\"}"),
        Encoding.ASCII.GetBytes(new string('[', 100_000)),
        Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 100_000))),
        "null"u8.ToArray(),
        "[null]"u8.ToArray(),
        "\"x\""u8.ToArray(),
        "1e999999999"u8.ToArray(),
        Encoding.ASCII.GetBytes("{\"variables\":{\"a\":" + new string('9', 10_000) + "},\"query\":\"{a}\"}"),
        "--x\r\nContent-Disposition: form-data; name=\"query\"\r\n\r\n{ a"u8.ToArray(),
    ];

    private static readonly string[] _types =
    [
        "application/json", "application/json; charset=utf-99", "application/json; charset=utf-16", "text/plain", "multipart/form-data",
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded", "application/octet-stream", "nonsense", "a/b; c", "",
    ];

    private static readonly string[] _values =
    [
        "null", "[]", "{}", "[[[]]]", "true", "-1", "0", "1.5", "1e400", "-1e-400", "99999999999999999999999999999999999999", "\"\"",
        "\" \"", "\"\\u0000\"", "\"\\ud800\"",
        "\"a\\nb\"", "\"\\uffff\"", "\"NaN\"", "\"-0\"", "\"9999-12-31T23:59:59Z\"", "\"0001-01-01T00:00:00Z\"",
        "\"10675199.02:48:05.4775807\"", "\"-1.00:00:00\"",
        "\"8/99999999999\"", "\"http://[\"", "\"../x\"", "2147483647", "-2147483648", "\"" + new string('y', 5000) + "\"",
    ];

    public static TheoryData<bool> Callers => [true, false];

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task Every_writing_route_answers_bodies_that_are_none(bool signedIn)
    {
        await using var answers = new Answers(server, signedIn);
        foreach (var route in Route.Of(server).Where(route => route.Method is not ("GET" or "HEAD")))
        {
            foreach (var body in _bodies)
            {
                await answers.SendAsync(route.Method, route.Address(), body, "application/json");
            }

            foreach (var type in _types)
            {
                await answers.SendAsync(route.Method, route.Address(), _bodies[4], type);
                await answers.SendAsync(route.Method, route.Address(), _bodies[^1], type);
            }
        }
    }

    [Fact]
    public async Task Every_field_of_every_request_answers_values_that_it_is_not_made_for()
    {
        await using var answers = new Answers(server, signedIn: true);
        foreach (var route in Route.Of(server).Where(route => route.Body is not null))
        {
            foreach (var body in _values.SelectMany(value => SampleBodies.With(route.Body!,
                value)).Append(SampleBodies.Of(route.Body!)!.ToJsonString()))
            {
                await answers.SendAsync(route.Method, route.Address(), Encoding.UTF8.GetBytes(body), "application/json");
            }
        }
    }
}
