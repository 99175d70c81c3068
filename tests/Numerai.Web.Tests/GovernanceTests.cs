using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Numerai.Client.Governance;
using Numerai.Contracts;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests;

/// <summary>Proposals through the SDK, on a real server; each test has a server of its own, since time only moves forward.</summary>
public sealed class GovernanceTests : IAsyncLifetime
{
    private readonly TestServer _server = new();
    private TestParticipant _author = null!;
    private TestParticipant _holder = null!;

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        _author = await _server.RegisterAsync("author", "100");
        _holder = await _server.RegisterAsync("holder", "50");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_settings_proposal_with_a_backtest_is_voted_queued_and_executed_once()
    {
        var backtest = new Backtest("replay-2025.json", "https://example.org/replay-2025.json", new string('b', 64));
        var proposal = await ProposeAsync(_author, Patch("""{"payout":{"clip":"0.04"}}"""), backtest);
        Assert.Equal((ProposalPhase.Pending, backtest), (proposal.Phase, proposal.Backtest));
        await RefusedAsync("is pending until", () => _holder.Client.Governance.VoteAsync(1, VoteChoice.For));
        await AdvanceAsync(proposal.VotingStarts);
        await _holder.Client.Governance.VoteAsync(1, VoteChoice.For);
        var changed = await Refused.WithAsync(
            "vote_already_cast", HttpStatusCode.Conflict, () => _holder.Client.Governance.VoteAsync(1, VoteChoice.Against));
        Assert.Contains("(active)", changed.Message, StringComparison.Ordinal);
        await RefusedAsync("is active until", () => _holder.Client.Governance.QueueAsync(1));
        await AdvanceAsync(proposal.VotingEnds);
        await RefusedAsync("is succeeded", () => _holder.Client.Governance.ExecuteAsync(1));
        var queued = await _holder.Client.Governance.QueueAsync(1);
        await RefusedAsync("is queued and its time lock ends", () => _holder.Client.Governance.ExecuteAsync(1));
        await AdvanceAsync(queued.ExecutableFrom!.Value);

        var executed = await _holder.Client.Governance.ExecuteAsync(1);

        Assert.Equal((ProposalPhase.Executed, "done"), (executed.Phase, executed.Records.Single().Outcome));
        Assert.True(executed.Records[0].Follows(0, new string('0', 64)));
        Assert.Equal(0.04m, (await _server.Operator.Operator.GetSettingsAsync()).Payout.Clip);
        await RefusedAsync("is executed", () => _holder.Client.Governance.ExecuteAsync(1));
        Assert.Equal(Nmr.FromNmr(50), (await _holder.Client.Governance.ListVotesAsync(1)).Single().Power);
        using var snapshot = await _server.SendAsync(HttpMethod.Get, "/api/v1/governance/proposals/1/snapshot");
        Assert.StartsWith("account,power\n", await snapshot.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proposal_that_cannot_work_is_not_made()
    {
        await InvalidAsync("invalid_settings", "payout.clip is 2", Patch("""{"payout":{"clip":"2"}}"""));
        await InvalidAsync("invalid_settings", "does not fit", Patch("""{"payouts":1}"""));
        await InvalidAsync("invalid_proposal", "unknown or lacks fields", new ProposedAction("grant_funds"));
        await InvalidAsync(
            "invalid_settings",
            "quorumPercent",
            ProposedAction.ChangeRules((await _author.Client.Governance.GetAsync()).Rules with { QuorumPercent = 60 }));
        await Refused.WithAsync(
            "account_not_found", HttpStatusCode.NotFound, () =>
                ProposeAsync(_author, ProposedAction.GrantFunds("nobody-here", Nmr.FromNmr(1))));
        await Refused.WithAsync(
            "invalid_proposal", HttpStatusCode.BadRequest, () =>
                ProposeAsync(_author, null, new Backtest("report", null, new string('b', 64))));
        var poor = await _server.RegisterAsync("poor");
        await Refused.WithAsync("no_voting_power", HttpStatusCode.UnprocessableEntity, () => ProposeAsync(poor, null));
        await Refused.WithAsync("proposal_not_found", HttpStatusCode.NotFound, () => _author.Client.Governance.GetProposalAsync(1));
        Assert.Empty((await _author.Client.Governance.ListAsync()).Items);

        async Task InvalidAsync(string code, string part, ProposedAction action)
        {
            var refusal = await Refused.WithAsync(code, HttpStatusCode.BadRequest, () => ProposeAsync(_author, action));
            Assert.Contains(part, refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Moved_NMR_does_not_vote_and_nobody_delegates_in_a_circle()
    {
        var proposal = await ProposeAsync(_author, null);
        var late = await _server.RegisterAsync("late", "1000");
        await AdvanceAsync(proposal.VotingStarts);
        var none = await Refused.WithAsync(
            "no_voting_power", HttpStatusCode.UnprocessableEntity, () => late.Client.Governance.VoteAsync(1, VoteChoice.Against));
        Assert.Contains("proposal 1 (active)", none.Message, StringComparison.Ordinal);
        await _author.Client.Governance.DelegateAsync(_holder.Username);
        await Refused.WithAsync(
            "delegation_circle", HttpStatusCode.Conflict, () => _holder.Client.Governance.DelegateAsync(_author.Username));
        Assert.Null(await _author.Client.Governance.DelegateAsync(null));
    }

    [Fact]
    public async Task A_role_opens_what_was_the_operators_and_its_loss_closes_it()
    {
        var file = Path.Combine(_server.Folder, "note.txt");
        await File.WriteAllTextAsync(file, "published by the council");
        await Refused.WithAsync(
            "not_authorised", HttpStatusCode.Forbidden, () => _holder.Client.Operator.PublishDatasetAsync("v5.2/note.txt", file));

        await PassAsync(
            ProposedAction.GrantRole(CouncilRole.PublishData, _holder.Username),
            ProposedAction.RevokeRole(CouncilRole.PublishData, "operator"));

        await _holder.Client.Operator.PublishDatasetAsync("v5.2/note.txt", file);
        var refusal = await Refused.WithAsync(
            "not_authorised", HttpStatusCode.Forbidden, () => _server.Operator.Operator.PublishDatasetAsync("v5.2/other.txt", file));
        Assert.Contains("does not hold the role publish_data", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guardian_cancels_what_is_queued_in_the_open_until_holders_vote_it_away()
    {
        var proposal = await ProposeAsync(_author, null);
        await Refused.WithAsync(
            "proposal_wrong_state", HttpStatusCode.Conflict, () => _server.Operator.Governance.CancelAsync(1, "I do not like it."));
        await Refused.WithAsync("not_authorised", HttpStatusCode.Forbidden, () => _holder.Client.Governance.CancelAsync(1, "Nor do I."));
        await QueueAsync(proposal);
        var cancelled = await _server.Operator.Governance.CancelAsync(1, "It would break the audit.");
        Assert.Equal((ProposalPhase.Cancelled, "It would break the audit."), (cancelled.Phase, cancelled.CancelReason));

        await PassAsync(ProposedAction.RevokeRole(CouncilRole.Guardian, "operator"));

        var next = await ProposeAsync(_author, null);
        await QueueAsync(next);
        await Refused.WithAsync(
            "not_authorised", HttpStatusCode.Forbidden, () =>
                _server.Operator.Governance.CancelAsync(next.Number, "I am no guardian any more."));
    }

    [Fact]
    public async Task Only_the_report_that_the_ballot_names_is_taken_and_everyone_gets_it_by_its_hash()
    {
        byte[] report = [.. "a report"u8];
        var hash = Convert.ToHexStringLower(SHA256.HashData(report));
        await ProposeAsync(_author, Patch("""{"payout":{"clip":"0.04"}}"""), new Backtest("report", null, hash));
        await ProposeAsync(_author, null);
        await Refused.WithAsync("backtest_not_found", HttpStatusCode.NotFound, () => _holder.Client.Governance.GetBacktestAsync(1));
        var other = await Refused.WithAsync(
            "backtest_not_matched", HttpStatusCode.UnprocessableEntity, () =>
                _author.Client.Governance.PutBacktestAsync(1, "another report"u8.ToArray()));
        Assert.Contains(hash, other.Message, StringComparison.Ordinal);
        await Refused.WithAsync(
            "request_too_large", HttpStatusCode.RequestEntityTooLarge, () =>
                _author.Client.Governance.PutBacktestAsync(1, new byte[(8 * 1024 * 1024) + 1]));
        await Refused.WithAsync("backtest_not_found", HttpStatusCode.NotFound, () => _author.Client.Governance.PutBacktestAsync(2, report));

        await _holder.Client.Governance.PutBacktestAsync(1, report);
        await _author.Client.Governance.PutBacktestAsync(1, report);

        Assert.Equal(report, await _holder.Client.Governance.GetBacktestAsync(1));
        using var anybody = await _server.SendAsync(HttpMethod.Get, $"/api/v1/governance/backtests/{hash}");
        Assert.Equal(report, await anybody.Content.ReadAsByteArrayAsync());
        using var unknown = await _server.SendAsync(HttpMethod.Get, $"/api/v1/governance/backtests/{new string('c', 64)}");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    private static ProposedAction Patch(string json) => ProposedAction.ChangeSettings(8, JsonElement.Parse(json));

    private static Task<Proposal> ProposeAsync(TestParticipant author, ProposedAction? action, Backtest? backtest = null) =>
        author.Client.Governance.ProposeAsync("A proposal", "Reasons.", action is null ? [] : [action], backtest);

    private static async Task RefusedAsync(string part, Func<Task> call)
    {
        var refusal = await Refused.WithAsync("proposal_wrong_state", HttpStatusCode.Conflict, call);
        Assert.Contains(part, refusal.Message, StringComparison.Ordinal);
    }

    private async Task PassAsync(params ProposedAction[] actions)
    {
        var queued = await QueueAsync(await _author.Client.Governance.ProposeAsync("A proposal", "Reasons.", actions));
        await AdvanceAsync(queued.ExecutableFrom!.Value);
        await _author.Client.Governance.ExecuteAsync(queued.Number);
    }

    private async Task<Proposal> QueueAsync(Proposal proposal)
    {
        await AdvanceAsync(proposal.VotingStarts);
        await _author.Client.Governance.VoteAsync(proposal.Number, VoteChoice.For);
        await AdvanceAsync(proposal.VotingEnds);
        return await _author.Client.Governance.QueueAsync(proposal.Number);
    }

    private Task<ServerClock> AdvanceAsync(DateTimeOffset time) => _server.Operator.Operator.AdvanceClockAsync(time);
}
