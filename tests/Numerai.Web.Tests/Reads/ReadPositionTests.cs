using System.Net;
using System.Text.Json;
using Numerai.Contracts;
using Numerai.Web.Reads;
using Numerai.Web.Tests.GraphQl;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests.Reads;

/// <summary>Reads that carry what their caller was answered, on a server whose tables are held back.</summary>
public sealed class ReadPositionTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task A_read_waits_for_tables_that_are_held_and_shows_the_command_when_they_are_free()
    {
        var participant = await server.RegisterAsync("writer");
        server.Reads().Patience = TimeSpan.FromMinutes(5);
        await using var held = await HeldTables.HoldAsync(server);
        var (name, position) = await CreateModelAsync(participant);
        Assert.Matches("^participant/[0-9a-f-]{36}@[0-9]+,model/[0-9a-f-]{36}@[0-9]+$", position);
        using var before = await server.ReadAsync($"/api/v1/models?owner={participant.Username}");
        Assert.DoesNotContain(name, await before.TextAsync(), StringComparison.Ordinal);

        var read = server.ReadAsync($"/api/v1/models?owner={participant.Username}", position);
        var query = server.CallAsync(
            HttpMethod.Post,
            "/graphql",
            $$"""{"query":"{ accountProfile(username: \"{{participant.Username}}\") { models { displayName } } }"}""",
            headers: [(PositionList.Header, position)]);
        await server.Reads().WaitingAsync(2);
        Assert.False(read.IsCompleted || query.IsCompleted);
        await held.ReleaseAsync();

        using var after = await read;
        using var found = await query;
        Assert.False(after.IsStale() || found.IsStale());
        Assert.Contains(name, await after.TextAsync(), StringComparison.Ordinal);
        Assert.Contains(name, await found.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, server.Reads().Waiting);
    }

    [Fact]
    public async Task A_read_whose_patience_ends_is_answered_with_what_there_is_and_says_so_in_every_form()
    {
        var participant = await server.RegisterAsync("writer");
        await server.OpenRoundAsync();
        server.Reads().Patience = TimeSpan.Zero;
        await using var held = await HeldTables.HoldAsync(server);
        var (name, position) = await CreateModelAsync(participant);

        using var read = await server.ReadAsync($"/api/v1/models?owner={participant.Username}", position);
        Assert.Equal((HttpStatusCode.OK, "true"), (read.StatusCode, read.Headers.GetValues("Numerai-Stale").Single()));
        Assert.DoesNotContain(name, await read.TextAsync(), StringComparison.Ordinal);
        using var query = await server.CallAsync(
            HttpMethod.Post, "/graphql", """{"query":"{ treasury { balance } }"}""", headers: [(PositionList.Header, position)]);
        Assert.True(query.IsStale());
        Assert.True(JsonElement.Parse(await query.TextAsync()).At("extensions", "stale").GetBoolean());
        using var page = await server.ReadAsync("/tournaments/8", position);
        Assert.True(page.IsStale());
        Assert.Contains("may not show yet what you did last", await page.TextAsync(), StringComparison.Ordinal);
        using var anybody = await server.ReadAsync("/tournaments/8");
        Assert.False(anybody.IsStale());
        Assert.DoesNotContain("may not show yet", await anybody.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_actor_has_said_is_not_waited_for()
    {
        var participant = await server.RegisterAsync("writer");
        server.Reads().Patience = TimeSpan.FromHours(1);
        var account = (await participant.Client.Accounts.GetAsync()).Id;

        foreach (var position in new[]
        {
            "round/8/999@1", $"participant/{Guid.NewGuid()}@1", $"participant/{account}@{long.MaxValue}",
            "nobody/at-all@9000000000000000000",
        })
        {
            using var read = await server.ReadAsync("/api/v1/treasury", position);
            Assert.Equal((HttpStatusCode.OK, true), (read.StatusCode, read.IsStale()));
        }

        Assert.Equal(0, server.Reads().Waiting);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("round/8/1@1,")]
    [InlineData("round/8/1@1,round/8/2@-1")]
    [InlineData("a/1@1,a/2@1,a/3@1,a/4@1,a/5@1,a/6@1,a/7@1,a/8@1,a/9@1")]
    [InlineData("")]
    public async Task A_header_that_is_no_list_of_positions_is_refused_and_an_empty_one_is_none(string header)
    {
        var address = "/api/v1/treasury";
        if (header.Length == 0)
        {
            using var empty = await server.ReadAsync(address, header);
            Assert.Equal(HttpStatusCode.OK, empty.StatusCode);
            return;
        }

        var sentence = await server.ReadAsync(address, header).RefusedAsync("invalid_request", HttpStatusCode.BadRequest);
        Assert.Contains("at most 8 positions", sentence, StringComparison.Ordinal);
        using var query = await server.CallAsync(
            HttpMethod.Post, "/graphql", """{"query":"{ treasury { balance } }"}""", headers: [(PositionList.Header, header)]);
        Assert.Equal(
            "invalid_request", JsonElement.Parse(await query.TextAsync()).At("errors", "0", "extensions", "code").GetString());
        await server.ReadAsync(address, new string('x', 5000)).RefusedAsync("invalid_request", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_caller_without_headers_is_held_to_what_the_own_account_and_this_server_said_by_its_key()
    {
        var participant = await server.RegisterAsync("writer", "10");
        server.Reads().Patience = TimeSpan.Zero;
        await using var held = await HeldTables.HoldAsync(server);
        await participant.Client.Models.CreateAsync(TestServer.NewName("model"));
        using var own = await server.CallAsync(HttpMethod.Get, "/api/v1/account", credentials: participant.Credentials);
        Assert.True(own.IsStale());
        await held.ReleaseAsync();
        server.Reads().Patience = TimeSpan.FromMinutes(5);
        using var caught = await server.CallAsync(HttpMethod.Get, "/api/v1/account", credentials: participant.Credentials);
        Assert.False(caught.IsStale());

        // A feed is an actor of its own: the account's events say nothing about it.
        server.Reads().Patience = TimeSpan.Zero;
        await using var again = await HeldTables.HoldAsync(server);
        await participant.Client.Feeds.CreateAsync(TestServer.NewName("feed"), new string('a', 64));
        using var told = await server.CallAsync(HttpMethod.Get, "/api/v1/agreements", credentials: participant.Credentials);
        Assert.True(told.IsStale());
        var other = await server.RegisterAsync("other");
        await again.ReleaseAsync();
        server.Reads().Patience = TimeSpan.FromMinutes(5);
        using var theirs = await server.CallAsync(HttpMethod.Get, "/api/v1/agreements", credentials: other.Credentials);
        Assert.False(theirs.IsStale());
    }

    [Fact]
    public async Task A_mutation_tells_its_position_and_does_not_wait_for_an_earlier_one()
    {
        var participant = await server.RegisterAsync("writer", "10");
        var model = await participant.Client.Models.CreateAsync(TestServer.NewName("model"));
        server.Reads().Patience = TimeSpan.FromHours(1);
        await using var held = await HeldTables.HoldAsync(server);
        var earlier = await StakeAsync(model.Id, participant);
        Assert.Matches("^participant/[0-9a-f-]{36}@[0-9]+$", earlier);

        Assert.NotEqual(earlier, await StakeAsync(model.Id, participant, earlier!));

        Assert.Equal(0, server.Reads().Waiting);
    }

    [Fact]
    public async Task A_read_that_carries_nothing_or_what_was_seen_before_does_not_look()
    {
        var participant = await server.RegisterAsync("writer");
        var (_, position) = await CreateModelAsync(participant);
        using var first = await server.ReadAsync("/api/v1/treasury", position);
        using var signed = await server.CallAsync(HttpMethod.Get, "/api/v1/account", credentials: participant.Credentials);
        var looks = server.Reads().Looks;

        using var nothing = await server.ReadAsync("/api/v1/treasury");
        using var same = await server.ReadAsync("/api/v1/treasury", position);
        using var again = await server.CallAsync(HttpMethod.Get, "/api/v1/account", credentials: participant.Credentials);

        Assert.Equal(looks, server.Reads().Looks);
        Assert.Null(again.Position());
    }

    private async Task<(string Name, string Position)> CreateModelAsync(TestParticipant participant)
    {
        var name = TestServer.NewName("model");
        using var created = await server.CallAsync(
            HttpMethod.Post, "/api/v1/models", $$"""{"tournament":8,"name":"{{name}}"}""", participant.Credentials);
        Assert.True(created.StatusCode == HttpStatusCode.OK, await created.TextAsync());
        return (name, created.Position()!);
    }

    private async Task<string?> StakeAsync(ModelId model, TestParticipant participant, params string[] positions)
    {
        var body = JsonSerializer.Serialize(new
        {
            query = "mutation($m: String!) { v2ChangeStake(value: \"1\", type: \"increase\", modelId: $m, tournamentNumber: 8) "
                + "{ status } }",
            variables = new { m = model },
        });
        using var answer = await server.CallAsync(
            HttpMethod.Post, "/graphql", body, participant.Credentials,
            [.. positions.Select(position => (PositionList.Header, position))]);
        Assert.False(JsonElement.Parse(await answer.TextAsync()).TryGetProperty("errors", out _), await answer.TextAsync());
        return answer.Position();
    }
}
