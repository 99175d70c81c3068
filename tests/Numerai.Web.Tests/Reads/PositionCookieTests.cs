using Numerai.Web.Reads;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests.Reads;

/// <summary>What a browser carries from a command on this server to the pages of it.</summary>
public sealed class PositionCookieTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Page = "/tournaments/8";

    [Fact]
    public async Task A_command_of_this_servers_own_pages_sets_a_cookie_that_scripts_and_other_sites_do_not_get()
    {
        var participant = await server.RegisterAsync("browser");
        var set = await SetCookieAsync(participant, "same-origin");
        Assert.NotNull(set);
        Assert.StartsWith($"{CommandPositions.Cookie}=participant%2F", set, StringComparison.Ordinal);
        Assert.Contains("max-age=60; path=/; samesite=strict; httponly", set, StringComparison.Ordinal);
        foreach (var site in new[] { "cross-site", "same-site", "none", null })
        {
            Assert.Null(await SetCookieAsync(participant, site));
        }
    }

    [Fact]
    public async Task The_next_command_adds_to_what_the_cookie_holds()
    {
        var participant = await server.RegisterAsync("browser");
        var set = await SetCookieAsync(participant, "same-origin", $"{CommandPositions.Cookie}=round%2F8%2F1%407");
        Assert.StartsWith($"{CommandPositions.Cookie}=round%2F8%2F1%407%2Cparticipant%2F", set, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_asked_for_with_the_cookie_waits_and_is_neither_taken_from_the_kept_ones_nor_kept()
    {
        var participant = await server.RegisterAsync("browser");
        server.Reads().Patience = TimeSpan.Zero;
        await using var held = await HeldTables.HoldAsync(server);
        var cookie = (await SetCookieAsync(participant, "same-origin"))!.Split(';')[0];
        using var kept = await server.CallAsync(HttpMethod.Get, Page);

        using var own = await server.CallAsync(HttpMethod.Get, Page, headers: ("Cookie", cookie));
        using var others = await server.CallAsync(HttpMethod.Get, Page);

        Assert.True(own.IsStale());
        Assert.Contains("may not show yet", await own.TextAsync(), StringComparison.Ordinal);
        Assert.False(others.IsStale());
        Assert.DoesNotContain("may not show yet", await others.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(await kept.TextAsync(), await others.TextAsync());
    }

    [Fact]
    public async Task A_cookie_that_holds_something_else_is_not_looked_at()
    {
        using var page = await server.CallAsync(HttpMethod.Get, Page, headers: ("Cookie", $"{CommandPositions.Cookie}=<script>"));
        Assert.True(page.IsSuccessStatusCode);
        Assert.False(page.IsStale());
    }

    private async Task<string?> SetCookieAsync(TestParticipant participant, string? site, string? cookie = null)
    {
        List<(string Name, string Value)> headers = [];
        if (site is not null)
        {
            headers.Add(("Sec-Fetch-Site", site));
        }

        if (cookie is not null)
        {
            headers.Add(("Cookie", cookie));
        }

        using var answer = await server.CallAsync(
            HttpMethod.Post, "/api/v1/models", $$"""{"tournament":8,"name":"{{TestServer.NewName("model")}}"}""", participant.Credentials,
            [.. headers]);
        Assert.True(answer.IsSuccessStatusCode, await answer.TextAsync());
        return answer.Headers.TryGetValues("Set-Cookie", out var values) ? values.Single() : null;
    }
}
