using System.Globalization;
using System.Text.Json;
using Numerai.Client;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests.GraphQl;

/// <summary>Governance, settings and automation by GraphQL, on a server of their own, since time only moves forward.</summary>
public sealed class GovernanceOperationTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Propose = """
        mutation($id: String!, $actions: [ProposalActionInput!], $backtest: BacktestInput) {
          propose(title: "Clip", text: "Less risk.", commandId: $id, actions: $actions, backtest: $backtest) {
            number phase votingStarts votingEnds supply actions { action tournament settings } backtest { sha256 } } }
        """;

    private NumeraiCredentials Operator => server.Operator.Options.Credentials!;

    [Fact]
    public async Task A_settings_proposal_is_voted_queued_and_executed()
    {
        var author = await server.RegisterAsync("author", "100");
        var holder = await server.RegisterAsync("holder", "50");
        var version = (await server.Operator.Operator.GetSettingsAsync()).Version;
        var backtest = new { name = "replay", sha256 = new string('b', 64) };
        var variables = new
        {
            id = "first",
            backtest,
            actions = new[] { new { action = "change_settings", tournament = 8, settings = new { payout = new { clip = "0.04" } } } },
        };
        var proposed = (await server.DataAsync(Propose, variables, author.Credentials)).At("propose");
        var number = proposed.At("number").GetInt32();
        Assert.Equal(number, (await server.DataAsync(Propose, variables, author.Credentials)).At("propose", "number").GetInt32());
        Assert.Equal(
            ("PENDING", backtest.sha256, "0.04"),
            (proposed.Text("phase"), proposed.Text("backtest", "sha256"), proposed.Text("actions", "0", "settings", "payout", "clip")));

        await AdvanceAsync(proposed.Text("votingStarts"));
        var vote = await server.DataAsync(
            "mutation($n: Int!) { vote(number: $n, choice: FOR) { account choice power } }", new { n = number }, holder.Credentials);
        Assert.Equal(("FOR", "50"), (vote.Text("vote", "choice"), vote.Text("vote", "power")));
        await server.DataAsync("mutation($n: Int!) { vote(number: $n, choice: FOR) { power } }", new { n = number }, author.Credentials);
        var again = await server.RefusedAsync(
            "mutation($n: Int!) { vote(number: $n, choice: AGAINST) { power } }", new { n = number }, holder.Credentials);
        Assert.Equal("vote_already_cast", again.Code);
        await VotesComeInPagesAsync(number, holder.Username);

        await AdvanceAsync(proposed.Text("votingEnds"));
        var queued = await server.DataAsync(
            "mutation($n: Int!) { queueProposal(number: $n) { phase executableFrom } }", new { n = number }, holder.Credentials);
        await AdvanceAsync(queued.Text("queueProposal", "executableFrom"));
        var executed = await server.DataAsync(
            "mutation($n: Int!) { executeProposal(number: $n) { phase records { outcome sequence hash } tally { for voters } } }", new
            {
                n = number,
            }, holder.Credentials);

        Assert.Equal(
            ("EXECUTED", "done", "150"),
            (executed.Text("executeProposal", "phase"), executed.Text("executeProposal", "records", "0", "outcome"),
                executed.Text("executeProposal", "tally", "for")));
        var after = await server.DataAsync(
            "{ governance { executions { hash } rules { votingDelay } roles { role } } settings(tournament: 8) { version payout { clip "
                + "multipliers } } }",
            null,
            author.Credentials);
        Assert.Equal(executed.Text("executeProposal", "records", "0", "hash"), after.Text("governance", "executions", "hash"));
        Assert.Equal(
            (version + 1, "0.04", "0.75"),
            (after.At("settings", "version").GetInt32(), after.Text("settings", "payout", "clip"),
                after.Text("settings", "payout", "multipliers", "corr")));
    }

    [Fact]
    public async Task Delegation_cancelling_and_the_councils_powers_work()
    {
        var author = await server.RegisterAsync("author", "100");
        var friend = await server.RegisterAsync("friend", "20");
        var delegated = await server.DataAsync(
            "mutation($to: String) { delegateVotes(to: $to) { delegate } }", new { to = author.Username }, friend.Credentials);
        Assert.Equal((await author.Client.Accounts.GetAsync()).Id.ToString(), delegated.Text("delegateVotes", "delegate"));
        var number = (await server.DataAsync(Propose, new { id = "second" }, author.Credentials)).At("propose", "number").GetInt32();
        var power = await server.DataAsync(
            "query($n: Int!, $a: String!) { votingPower(number: $n, account: $a) { power } }", new { n = number, a = author.Username });
        Assert.Equal("120", power.Text("votingPower", "power"));
        var taken = await server.DataAsync("mutation { delegateVotes { delegate } }", null, friend.Credentials);
        Assert.Equal(JsonValueKind.Null, taken.At("delegateVotes", "delegate").ValueKind);

        var cancelled = await server.DataAsync(
            "mutation($n: Int!) { cancelProposal(number: $n, reason: \"A mistake.\") { phase cancelReason } }",
            new { n = number },
            author.Credentials);
        var one = await server.DataAsync("query($n: Int!) { proposal(number: $n) { phase } }", new { n = number });
        Assert.Equal(("CANCELLED", "CANCELLED"), (cancelled.Text("cancelProposal", "phase"), one.Text("proposal", "phase")));

        const string Pause = "mutation($p: Boolean!) { pauseUploads(tournament: 12, paused: $p, reason: \"Maintenance.\") { "
            + "pausedUploads } }";
        Assert.Equal(12, (await server.DataAsync(Pause, new { p = true }, Operator)).At("pauseUploads", "pausedUploads", "0").GetInt32());
        Assert.Empty((await server.DataAsync(Pause, new { p = false }, Operator)).At("pauseUploads", "pausedUploads").EnumerateArray());
    }

    [Fact]
    public async Task The_operator_changes_settings_and_automation()
    {
        using var now = await server.SendAsync(HttpMethod.Get, "/api/v1/operator/settings/11", null, Operator);
        var settings = JsonSerializer.Deserialize<Dictionary<string, object>>(await now.Content.ReadAsStringAsync())!;
        settings["version"] = 2;
        settings["scoring"] = new { days = 1, shardSize = 256 };
        var changed = await server.DataAsync(
            "mutation($s: JSON!) { changeSettings(tournament: 11, settings: $s) { version scoring { days } } }",
            new { s = settings },
            Operator);
        Assert.Equal(
            (2, 1), (changed.At("changeSettings", "version").GetInt32(), changed.At("changeSettings", "scoring", "days").GetInt32()));
        var round = await server.OpenRoundAsync();
        var under = await server.DataAsync(
            "query($n: Int!) { roundSettings(tournament: 8, number: $n) { version } }", new { n = round.Number });
        Assert.Equal((await server.Operator.Operator.GetSettingsAsync()).Version, under.At("roundSettings", "version").GetInt32());

        const string Configure = "mutation($on: Boolean!, $feed: String) { configureAutomation(tournament: 8, enabled: $on, feed: $feed) "
            + "{ enabled feed recent { step round due } } }";
        var on = await server.DataAsync(Configure, new { on = true, feed = server.Folder }, Operator);
        Assert.Equal((true, server.Folder), (on.At("configureAutomation", "enabled").GetBoolean(), on.Text("configureAutomation", "feed")));
        await server.DataAsync(Configure, new { on = false }, Operator);
        Assert.False(
            (await server.DataAsync("{ automation(tournament: 8) { enabled waiting recent { step } } }", null, Operator))
                .At("automation", "enabled").GetBoolean());
    }

    private async Task VotesComeInPagesAsync(int number, string holder)
    {
        const string Votes = "query($n: Int!, $after: String) { proposalVotes(number: $n, first: 1, after: $after) { items { account "
            + "power } endCursor hasMore } }";
        const string Powers = "query($n: Int!, $after: String) { votingPowers(number: $n, first: 1, after: $after) { items { account "
            + "power } endCursor hasMore } }";
        Assert.Equal(["100", "50"], (await AllAsync(Votes, "proposalVotes", number)).Order(StringComparer.Ordinal));
        Assert.Contains("50", await AllAsync(Powers, "votingPowers", number));
        var nobody = await server.DataAsync(
            "query($n: Int!) { votingPower(number: $n, account: \"nobody\") { power } }", new { n = number });
        var one = await server.DataAsync(
            "query($n: Int!, $a: String!) { votingPower(number: $n, account: $a) { power } }", new { n = number, a = holder });
        Assert.Equal(("0", "50"), (nobody.Text("votingPower", "power"), one.Text("votingPower", "power")));
    }

    private async Task<List<string>> AllAsync(string query, string field, int number)
    {
        var powers = new List<string>();
        for (string? after = null; ;)
        {
            var page = (await server.DataAsync(query, new { n = number, after })).At(field);
            powers.Add(page.Text("items", "0", "power"));
            after = page.Text("endCursor");
            if (!page.At("hasMore").GetBoolean())
            {
                return powers;
            }
        }
    }

    private async Task AdvanceAsync(string to) =>
        await server.Operator.Operator.AdvanceClockAsync(DateTimeOffset.Parse(to, CultureInfo.InvariantCulture));
}
