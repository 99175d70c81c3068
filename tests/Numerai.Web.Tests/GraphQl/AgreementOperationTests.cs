using System.Text;
using Numerai.Client.Agreements;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests.GraphQl;

/// <summary>Agreements, escrows and feeds by GraphQL.</summary>
public sealed class AgreementOperationTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Hash = "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc";

    [Fact]
    public async Task A_countdown_agreement_is_made_paid_into_and_punished()
    {
        var staker = await server.RegisterAsync("staker", "50");
        var other = await server.RegisterAsync("other", "50");
        const string Create = """
            mutation($staker: String!, $other: String!, $hash: String!) {
              createAgreement(type: COUNTDOWN, staker: $staker, counterparty: $other, ratioType: DECIMAL, ratio: "0.5",
                countdown: "2.00:00:00",
                              metadata: $hash, commandId: "terms") { id phase ratio countdown } }
            """;
        const string Act = """
            mutation($id: ID!, $action: AgreementAction!, $amount: String, $command: String!) {
              actOnAgreement(id: $id, action: $action, amount: $amount, commandId: $command) { stake burned phase } }
            """;
        var made =
            (await server.DataAsync(Create, new { staker = staker.Username, other = other.Username, hash = Hash }, staker.Credentials)).At(
                "createAgreement");
        Assert.Equal(("0.5", "2.00:00:00"), (made.Text("ratio"), made.Text("countdown")));
        var id = made.Text("id");
        await server.DataAsync(Act, new { id, action = "DEPOSIT", amount = "20", command = "in" }, staker.Credentials);
        var punished = await server.DataAsync(Act, new { id, action = "PUNISH", amount = "4", command = "punish" }, other.Credentials);
        Assert.Equal(("16", "6"), (punished.Text("actOnAgreement", "stake"), punished.Text("actOnAgreement", "burned")));

        var seen = await server.DataAsync(
            "query($id: ID!) { agreement(id: $id) { stake burned staker ledgerHead { sequence } } }", new { id });
        Assert.Equal(("16", "6"), (seen.Text("agreement", "stake"), seen.Text("agreement", "burned")));
        Assert.True((await server.Operator.Ledger.CheckConservationAsync()).Holds);
    }

    [Fact]
    public async Task A_sale_goes_through_an_escrow()
    {
        var seller = await server.RegisterAsync("seller", "50");
        var buyer = await server.RegisterAsync("buyer", "50");
        const string Create = """
            mutation($seller: String!, $buyer: String!, $hash: String!) {
              createEscrow(seller: $seller, buyer: $buyer, stake: "10", payment: "4", ratioType: INFINITE, countdown: "5.00:00:00",
                           deliverWithin: "1.00:00:00", metadata: $hash, commandId: "sale") { id phase } }
            """;
        const string Act = "mutation($id: ID!, $action: EscrowAction!, $delivery: String, $c: String!) { actOnEscrow(id: $id, action: "
            + "$action, delivery: $delivery, commandId: $c) { phase agreement } }";
        var id = (await server.DataAsync(Create, new { seller = seller.Username, buyer = buyer.Username, hash = Hash }, buyer.Credentials))
            .Text("createEscrow", "id");
        await server.DataAsync(Act, new { id, action = "DEPOSIT_STAKE", c = "1" }, seller.Credentials);
        await server.DataAsync(Act, new { id, action = "DEPOSIT_PAYMENT", c = "2" }, buyer.Credentials);
        var finalised = await server.DataAsync(Act, new { id, action = "FINALISE", delivery = Hash, c = "3" }, seller.Credentials);
        var seen = await server.DataAsync("query($id: ID!) { escrow(id: $id) { phase delivery payment } }", new { id });

        Assert.Equal((Hash, "4"), (seen.Text("escrow", "delivery"), seen.Text("escrow", "payment")));
        var agreement = await server.DataAsync(
            "query($id: ID!) { agreement(id: $id) { phase stake } }", new { id = finalised.Text("actOnEscrow", "agreement") });
        Assert.Equal(("COUNTING_DOWN", "10"), (agreement.Text("agreement", "phase"), agreement.Text("agreement", "stake")));
    }

    [Fact]
    public async Task A_feed_proves_first_and_reveals_later()
    {
        var author = await server.RegisterAsync("author");
        var account = (await author.Client.Accounts.GetAsync()).Id;
        var data = Encoding.UTF8.GetBytes("id,prediction\na,0.5\n");
        var salt = FeedProofs.NewSalt();
        var id =
            (await server.DataAsync("mutation($hash: String!) { createFeed(name: \"signal\", metadata: $hash) { id } }",
                new { hash = Hash }, author.Credentials)).Text("createFeed", "id");
        await server.DataAsync(
            "mutation($id: ID!, $proof: String!) { postToFeed(id: $id, proof: $proof) { index } }",
            new { id, proof = FeedProofs.Of(account, salt, data) },
            author.Credentials);
        await server.DataAsync(
            "mutation($id: ID!, $salt: String!, $data: String!) { revealPost(id: $id, index: 0, salt: $salt, data: $data) { revealed } }",
            new { id, salt, data = Convert.ToBase64String(data) },
            author.Credentials);

        var feed = await server.DataAsync(
            "query($id: ID!) { feed(id: $id) { name posts } feedPosts(id: $id) { items { revealed } hasMore } feedPostContent(id: $id, "
                + "index: 0) { content } }",
            new { id });

        Assert.True(feed.At("feedPosts", "items", "0", "revealed").GetBoolean());
        Assert.Equal(
            $"{salt}\n{Encoding.UTF8.GetString(data)}",
            Encoding.UTF8.GetString(Convert.FromBase64String(feed.Text("feedPostContent", "content"))));
    }

    [Fact]
    public async Task Pages_of_the_registry_miss_and_repeat_nothing_while_agreements_are_made()
    {
        var author = await server.RegisterAsync("author");
        await OpenAsync(1, 5);
        const string List = "query($party: String!, $after: String) { agreements(kind: \"feed\", party: $party, first: 2, after: $after) "
            + "{ items { id phase } endCursor hasMore } }";
        var first = await PageAsync(null);
        await OpenAsync(6, 8);
        var second = await PageAsync(first.Cursor);
        var third = await PageAsync(second.Cursor);
        var listed = (await author.Client.Agreements.ListAsync("feed", author.Username)).Items.Select(entry => entry.Id.ToString());

        Assert.Equal(listed.Skip(3), [.. first.Ids, .. second.Ids, .. third.Ids]);
        Assert.False(third.More);
        Assert.Equal("invalid_request", (await server.RefusedAsync(List, new { party = author.Username, after = "made-up" })).Code);
        Assert.Equal("invalid_request", (await server.RefusedAsync("{ agreements(first: 0) { endCursor } }")).Code);

        async Task OpenAsync(int from, int to)
        {
            for (var number = from; number <= to; number++)
            {
                await server.Operator.Operator.AdvanceClockAsync(TestServer.Start.AddMinutes(number));
                await author.Client.Feeds.CreateAsync($"feed-{number}", Hash);
            }
        }

        async Task<(List<string> Ids, string Cursor, bool More)> PageAsync(string? after)
        {
            var page = (await server.DataAsync(List, new { party = author.Username, after })).At("agreements");
            return ([.. page.At("items").EnumerateArray().Select(item => item.Text("id"))], page.Text("endCursor"),
                page.At("hasMore").GetBoolean());
        }
    }
}
