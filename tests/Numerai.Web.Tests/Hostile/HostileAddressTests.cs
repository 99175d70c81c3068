using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests.Hostile;

/// <summary>Addresses that nobody means well with, at every route: each gets an answer, none a fault.</summary>
public sealed class HostileAddressTests(TestServer server) : IClassFixture<TestServer>
{
    private static readonly string[] _texts =
    [
        "%ff%fe", "%ed%a0%80", "%0d%0aX-Evil:1", "..%2f..%2fnumerai.db", "%2e%2e%2f", "'%20or%20''='", "%f0%9f%92%a9", "%20", "%7f",
        "%c0%80", new('a', 3000), "0", "-1", "null",
    ];

    private static readonly string[] _numbers = ["0", "-1", "2147483647", "-2147483648", "99999999999999999999"];

    private static readonly string[] _names =
    [
        "tournament", "limit", "offset", "after", "model", "account", "round", "chain", "day", "standing", "wait", "weighting", "prefix",
        "phase", "submission",
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_route_answers_hostile_values_in_its_path(bool signedIn)
    {
        await using var answers = new Answers(server, signedIn);
        foreach (var route in Route.Of(server))
        {
            var addresses = _texts.Select(text => route.Address(text)).Concat(_numbers.Select(number => route.Address(number: number)));
            foreach (var address in addresses.Distinct())
            {
                await answers.SendAsync(route.Method, address);
            }
        }
    }

    /// <summary>All at once with every value, and one by one with one value in turn, or with each.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true, Explicit = true)]
    public async Task Every_reading_route_answers_hostile_values_in_its_query(bool each)
    {
        string[] alone = ["%ff%fe", "%00", "-1", "99999999999999999999&"];
        await using var answers = new Answers(server, signedIn: true);
        foreach (var (turn, route) in Route.Of(server).Where(route => route.Method == "GET").Index())
        {
            foreach (var value in _texts.Concat(_numbers).Append("%00").Append(string.Empty))
            {
                await answers.SendAsync(route.Method, route.Address() + "?" + string.Join('&', _names.Select(name => $"{name}={value}")));
            }

            foreach (var (place, name) in _names.Index())
            {
                foreach (var value in each ? alone : [alone[(turn + place) % alone.Length]])
                {
                    await answers.SendAsync(
                        route.Method, $"{route.Address()}?{name}={value}{(value.EndsWith('&') ? name : string.Empty)}");
                }
            }
        }
    }

    [Theory]
    [InlineData("bytes=-")]
    [InlineData("bytes=9999999999999999999999-1")]
    [InlineData("bytes=5-1,0-0,-7")]
    [InlineData("pages=1")]
    public async Task Malformed_ranges_and_conditions_are_no_faults(string range)
    {
        await server.OpenRoundAsync();
        var file = (await server.Operator.Datasets.ListAsync()).Items[0].Name;
        await using var answers = new Answers(server, signedIn: true);
        foreach (var address in new[] { "/datasets/" + file, "/", "/site.css", "/api/v1/ledger", "/openapi/v1.json" })
        {
            await answers.SendAsync(
                "GET",
                address,
                headers: [
                    ("Range", range), ("If-None-Match", "\"\"\""), ("If-Range", "x"), ("If-Modified-Since", "yesterday"),
                    ("Last-Event-ID", range), ("Accept", ";;;")]);
        }
    }
}
