using System.Text.Json;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests.GraphQl;

/// <summary>What REST refuses, GraphQL refuses with the same code and the same sentence.</summary>
public sealed class SameRefusalTests(RefusedCallers callers) : IClassFixture<RefusedCallers>
{
    public const string Hash = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private const string NoId = "0f8fad5b-d9cb-869f-a165-70867728950e";

    /// <summary>Code, caller, REST request with its body, GraphQL operation.</summary>
    public static TheoryData<string, string, string, string?, string> Refusals => new()
    {
        { "proposal_not_found", "nobody", "GET governance/proposals/9", null, "{ proposal(number: 9) { title } }" },
        { "proposal_not_found", "nobody", "GET governance/proposals/9/votes", null, "{ proposalVotes(number: 9) { items { choice } } }" },
        { "not_authenticated", "nobody", "POST governance/proposals/1/votes", """{"choice":"for"}""", "mutation { vote(number: 1, "
            + "choice: FOR) { power } }" },
        { "not_authorised", "reader", "POST governance/proposals/1/votes", """{"choice":"for"}""", "mutation { vote(number: 1, choice: "
            + "FOR) { power } }" },
        { "proposal_not_found", "rich", "POST governance/proposals/1/votes", """{"choice":"for"}""", "mutation { vote(number: 1, choice: "
            + "FOR) { power } }" },
        { "proposal_not_found", "rich", "POST governance/proposals/1/queue", "{}", "mutation { queueProposal(number: 1) { phase } }" },
        { "proposal_not_found", "rich", "POST governance/proposals/1/execute", "{}", "mutation { executeProposal(number: 1) { phase } }" },
        { "proposal_not_found", "rich", "POST governance/proposals/1/cancel", """{"reason":"why"}""",
            """mutation { cancelProposal(number: 1, reason: "why") { phase } }""" },
        { "no_voting_power", "poor", "POST governance/proposals", """{"title":"t","text":"t","commandId":"c"}""",
            """mutation { propose(title: "t", text: "t", commandId: "c") { number } }""" },
        { "invalid_proposal", "rich", "POST governance/proposals",
            """{"title":"t","text":"t","commandId":"c","actions":[{"action":"grant_funds"}]}""",
            """mutation { propose(title: "t", text: "t", commandId: "c", actions: [{ action: "grant_funds" }]) { number } }""" },
        { "invalid_settings", "rich", "POST governance/proposals",
            """{"title":"t","text":"t","commandId":"c","actions":[{"action":"change_settings","tournament":8,"""
                + """ "settings":{"payout":{"clip":"2"}}}]}""",
            """mutation { propose(title: "t", text: "t", commandId: "c", actions: [{ action: "change_settings", tournament: 8,"""
                + """ settings: { payout: { clip: "2" } } }]) { number } }""" },
        { "account_not_found", "rich", "PUT governance/delegate", """{"to":"nobody-here"}""",
            """mutation { delegateVotes(to: "nobody-here") { delegate } }""" },
        { "role_not_held", "rich", "PUT governance/uploads/8", """{"paused":true,"reason":"r"}""",
            """mutation { pauseUploads(tournament: 8, paused: true, reason: "r") { proposals } }""" },
        { "invalid_request", "operator", "PUT governance/uploads/9", """{"paused":true,"reason":"r"}""",
            """mutation { pauseUploads(tournament: 9, paused: true, reason: "r") { proposals } }""" },
        { "not_authenticated", "nobody", "GET operator/settings/8", null, "{ settings(tournament: 8) { version } }" },
        { "not_authorised", "staker", "GET operator/settings/8", null, "{ settings(tournament: 8) { version } }" },
        { "round_not_found", "nobody", "GET rounds/8/7", null, "{ roundSettings(tournament: 8, number: 7) { version } }" },
        { "not_authorised", "rich", "PUT operator/automation/8", """{"enabled":false}""", "mutation { configureAutomation(tournament: 8, "
            + "enabled: false) { enabled } }" },
        { "invalid_request", "operator", "PUT operator/settings/8", "{}", "mutation { changeSettings(tournament: 8, settings: {}) { "
            + "version } }" },
        { "invalid_request", "nobody", "GET agreements?kind=loan", null, """{ agreements(kind: "loan") { items { id } } }""" },
        { "agreement_not_found", "nobody", $"GET agreements/{NoId}", null, $$"""{ agreement(id: "{{NoId}}") { phase } }""" },
        { "agreement_not_found", "nobody", $"GET escrows/{NoId}", null, $$"""{ escrow(id: "{{NoId}}") { phase } }""" },
        { "feed_not_found", "nobody", $"GET feeds/{NoId}", null, $$"""{ feed(id: "{{NoId}}") { name } }""" },
        { "feed_not_found", "nobody", $"GET feeds/{NoId}/posts", null, $$"""{ feedPosts(id: "{{NoId}}") { items { proof } } }""" },
        { "post_not_found", "nobody", $"GET feeds/{NoId}/posts/0/content", null,
            $$"""{ feedPostContent(id: "{{NoId}}", index: 0) { content } }""" },
        { "not_authorised", "reader", "POST feeds", $$"""{"name":"f","metadata":"{{Hash}}"}""",
            $$"""mutation { createFeed(name: "f", metadata: "{{Hash}}") { id } }""" },
        { "invalid_name", "rich", "POST feeds", $$"""{"name":"a b","metadata":"{{Hash}}"}""",
            $$"""mutation { createFeed(name: "a b", metadata: "{{Hash}}") { id } }""" },
        { "feed_not_found", "rich", $"POST feeds/{NoId}/posts", $$"""{"proof":"{{Hash}}"}""",
            $$"""mutation { postToFeed(id: "{{NoId}}", proof: "{{Hash}}") { index } }""" },
        { "account_not_found", "rich", "POST agreements",
            $$"""{"type":"simple","staker":"RICH","counterparty":"nobody-at-all","ratioType":"none","metadata":"{{Hash}}","""
                + $$""" "commandId":"c"}""",
            $$"""mutation { createAgreement(type: SIMPLE, staker: "RICH", counterparty: "nobody-at-all", ratioType: NONE,"""
                + $$""" metadata: "{{Hash}}", commandId: "c") { id } }""" },
        { "invalid_ratio", "rich", "POST agreements",
            $$"""{"type":"simple","staker":"RICH","counterparty":"OTHER","ratioType":"decimal","ratio":"2000000","""
                + $$""" "metadata":"{{Hash}}","commandId":"c"}""",
            $$"""mutation { createAgreement(type: SIMPLE, staker: "RICH", counterparty: "OTHER", ratioType: DECIMAL,"""
                + $$""" ratio: "2000000", metadata: "{{Hash}}", commandId: "c") { id } }""" },
        { "balance_insufficient", "rich", "POST agreements/AGREEMENT/actions", """{"action":"deposit","amount":"5000","commandId":"c"}""",
            """mutation { actOnAgreement(id: "AGREEMENT", action: DEPOSIT, amount: "5000", commandId: "c") { stake } }""" },
        { "invalid_amount", "rich", "POST agreements/AGREEMENT/actions", """{"action":"deposit","amount":"1e3","commandId":"c"}""",
            """mutation { actOnAgreement(id: "AGREEMENT", action: DEPOSIT, amount: "1e3", commandId: "c") { stake } }""" },
        { "agreement_wrong_party", "poor", "POST agreements/AGREEMENT/actions", """{"action":"deposit","amount":"1","commandId":"c"}""",
            """mutation { actOnAgreement(id: "AGREEMENT", action: DEPOSIT, amount: "1", commandId: "c") { stake } }""" },
        { "invalid_amount", "rich", "POST escrows",
            $$"""{"seller":"RICH","buyer":"OTHER","stake":"-1","payment":"1","ratioType":"none","countdown":"1.00:00:00","""
                + $$""" "deliverWithin":"1.00:00:00","metadata":"{{Hash}}","commandId":"c"}""",
            $$"""mutation { createEscrow(seller: "RICH", buyer: "OTHER", stake: "-1", payment: "1", ratioType: NONE,"""
                + $$""" countdown: "1.00:00:00", deliverWithin: "1.00:00:00", metadata: "{{Hash}}", commandId: "c") { id } }""" },
        { "invalid_request", "rich", "POST escrows",
            $$"""{"seller":"RICH","buyer":"OTHER","stake":"1","payment":"1","ratioType":"none","countdown":"soon","""
                + $$""" "deliverWithin":"1.00:00:00","metadata":"{{Hash}}","commandId":"c"}""",
            $$"""mutation { createEscrow(seller: "RICH", buyer: "OTHER", stake: "1", payment: "1", ratioType: NONE,"""
                + $$""" countdown: "soon", deliverWithin: "1.00:00:00", metadata: "{{Hash}}", commandId: "c") { id } }""" },
        { "portfolio_not_found", "rich", "GET account/portfolio", null, "{ portfolio { stake } }" },
        { "invalid_request", "rich", "GET account/portfolio?tournament=9", null, "{ portfolio(tournament: 9) { stake } }" },
        { "not_authenticated", "nobody", "POST account/portfolio", """{"type":"drain","commandId":"c"}""",
            """mutation { changePortfolio(type: DRAIN, commandId: "c") { status } }""" },
        { "portfolio_not_found", "rich", "POST account/portfolio", """{"type":"drain","commandId":"c"}""",
            """mutation { changePortfolio(type: DRAIN, commandId: "c") { status } }""" },
        { "model_not_found", "rich", "POST account/portfolio",
            """{"type":"set","commandId":"c","weights":[{"model":"nobody-has-this","weight":"1"}]}""",
            """mutation { changePortfolio(type: SET, commandId: "c", weights: [{ model: "nobody-has-this","""
                + """ weight: "1" }]) { status } }""" },
        { "stake_portfolios_off", "rich", "POST account/portfolio", """{"type":"increase","commandId":"c","amount":"1"}""",
            """mutation { changePortfolio(type: INCREASE, commandId: "c", amount: "1") { status } }""" },
        { "model_not_found", "rich", "POST models/nobody-has-this/stake", """{"type":"drain","commandId":"c"}""",
            """mutation { changeStake(model: "nobody-has-this", type: DRAIN, commandId: "c") { status } }""" },
        { "not_authorised", "rich", "GET operator/accounts/RICH/holds", null, """{ holds(account: "RICH") { id } }""" },
        { "invalid_request", "operator", "POST operator/accounts/RICH/holds", """{"id":"h","reason":" "}""",
            """mutation { placeHold(account: "RICH", id: "h", reason: " ") { id } }""" },
        { "hold_not_found", "operator", "POST operator/accounts/RICH/holds/release", """{"id":"h"}""",
            """mutation { releaseHold(account: "RICH", id: "h") { id } }""" },
        { "not_authenticated", "nobody", "GET operator/automation/8", null, "{ automation(tournament: 8) { enabled } }" },
        { "not_authorised", "rich", "GET operator/automation/8", null, "{ automation(tournament: 8) { enabled } }" },
        { "invalid_request", "operator", "GET operator/automation/9", null, "{ automation(tournament: 9) { enabled } }" },
        { "invalid_request", "operator", "PUT operator/automation/8", """{"enabled":true,"feed":"not absolute"}""",
            """mutation { configureAutomation(tournament: 8, enabled: true, feed: "not absolute") { enabled } }""" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_REST_refuses_is_refused_with_the_same_code_and_sentence(
        string code, string caller, string request, string? body, string operation)
    {
        var parts = request.Split(' ', 2);
        using var answer = await callers.Server.SendAsync(
            HttpMethod.Parse(parts[0]), "/api/v1/" + callers.Fill(parts[1]), body is null
                ? null
                : callers.Fill(body), callers.Find(caller));
        var problem = JsonElement.Parse(await answer.Content.ReadAsStringAsync());

        var refused = await callers.Server.RefusedAsync(callers.Fill(operation), null, callers.Find(caller));

        Assert.Equal(code, problem.Text("code"));
        Assert.Equal((code, problem.Text("detail")), refused);
    }
}
