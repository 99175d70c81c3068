using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Governance;
using Numerai.Tournament.Ports;
using Numerai.Web.Accounts;
using Numerai.Web.Authentication;
using Numerai.Web.Http;

namespace Numerai.Web.Governance;

/// <summary>Proposals and votes.</summary>
internal static class ProposalEndpoints
{
    private const string One = "/governance/proposals/{number:int}";
    private const int MostAtOnce = 50;

    public static void MapProposals(this IEndpointRouteBuilder api)
    {
        api.MapGet("/governance/proposals", ListAsync).WithSummary("Proposals, newest first, at most 50 a page.");
        api.MapPost("/governance/proposals", ProposeAsync).RequireScope(Scopes.Stake)
            .WithSummary(
                "Make a proposal: text, settings, grants, roles, rules; several actions in one. The same commandId gives the same one.");
        api.MapGet(One, GetAsync).WithSummary("One proposal with its tally.");
        api.MapGet(One + "/votes", VotesAsync).WithSummary("Votes in order of accounts; ?after= an account goes on.");
        api.MapGet(One + "/snapshot", SnapshotAsync).WithSummary("Voting powers at the snapshot, CSV: account,power.");
        api.MapPost(One + "/votes", VoteAsync).RequireScope(Scopes.Stake).WithSummary("Vote: for, against or abstain.");
        api.MapPost(One + "/queue", QueueAsync).RequireScope(Scopes.Stake).WithSummary("Start the time lock of a proposal that succeeded.");
        api.MapPost(One + "/execute", ExecuteAsync).RequireScope(Scopes.Stake)
            .WithSummary("Carry out a queued proposal after its time lock.");
        api.MapPost(One + "/cancel", CancelAsync).RequireScope(Scopes.Stake)
            .WithSummary("End a proposal: its author before it is executed, a guardian while it is queued.");
        api.MapBacktests(One);
    }

    internal static async Task<Answer<Page<Proposal>>> ListAsync(Paging paging, IActors actors)
    {
        var page = await PageAsync(paging, actors);
        return new Page<Proposal>([.. page.Items.Select(view => view.Answer())], page.Limit, page.Offset, page.More);
    }

    internal static async Task<Page<ProposalView>> PageAsync(Paging paging, IActors actors)
    {
        var newest = (await actors.Governance().GetAsync()).Require().Proposals - paging.Offset;
        var limit = Math.Min(paging.Limit, MostAtOnce);
        var numbers = Enumerable.Range(0, Math.Clamp(newest, 0, limit)).Select(place => newest - place);
        var views = await Task.WhenAll(numbers.Select(number => actors.Proposal(number).GetAsync()));
        return new Page<ProposalView>([.. views.Select(view => view.Require())], limit, paging.Offset, newest > limit);
    }

    internal static async Task<Answer<Proposal>> ProposeAsync(JsonBody<ProposeRequest> body, Caller caller, IActors actors)
    {
        var request = body.Content;
        var actions = ImmutableArray.CreateBuilder<ProposalAction>();
        foreach (var action in request.Actions ?? [])
        {
            var read = action.Read();
            if (!read.Accepted)
            {
                return read.Refusal;
            }

            actions.Add(read.Value);
        }

        var command = new Propose(request.CommandId, caller.Account, request.Title, request.Text, actions.ToImmutable(), request.Backtest);
        return Answer<Proposal>.Of(await actors.Governance().ProposeAsync(command), view => view.Answer());
    }

    internal static async Task<Answer<Proposal>> GetAsync(int number, IActors actors) =>
        Answer<Proposal>.Of(await actors.Proposal(number).GetAsync(), view => view.Answer());

    internal static async Task<Answer<IReadOnlyList<Vote>>> VotesAsync(int number, string? after, Paging paging, IActors actors)
    {
        AccountId? from = after is null ? null : AccountLookup.Read(after);
        return Answer<IReadOnlyList<Vote>>.Of(
            await actors.Proposal(number).VotesAsync(from, paging.Limit), votes => [.. votes.Select(view => view.Answer())]);
    }

    private static async Task<IResult> SnapshotAsync(int number, IActors actors, IObjectStore objects)
    {
        var proposal = await actors.Proposal(number).GetAsync();
        return proposal.Accepted
            ? TypedResults.Bytes(await objects.GetAsync(proposal.Value.Snapshot), "text/csv")
            : throw new RefusedException(proposal.Refusal);
    }

    internal static async Task<Answer<Vote>> VoteAsync(int number, JsonBody<VoteRequest> body, Caller caller, IActors actors) =>
        Answer<Vote>.Of(
            await actors.Proposal(number).VoteAsync(new CastVote(caller.Account, body.Content.Choice)), view => view.Answer());

    internal static async Task<Answer<Proposal>> QueueAsync(int number, JsonBody<QueueRequest> body, IActors actors) =>
        Answer<Proposal>.Of(await actors.Proposal(number).QueueAsync(), view => view.Answer());

    internal static async Task<Answer<Proposal>> ExecuteAsync(int number, JsonBody<ExecuteRequest> body, IActors actors) =>
        Answer<Proposal>.Of(await actors.Governance().ExecuteAsync(number), view => view.Answer());

    internal static async Task<Answer<Proposal>> CancelAsync(
        int number, JsonBody<CancelProposalRequest> body, Caller caller, IActors actors)
    {
        var guardian = (await actors.Governance().GetAsync()).Require().Holds(caller.Account, CouncilRole.Guardian);
        return Answer<Proposal>.Of(
            await actors.Proposal(number).CancelAsync(new CancelProposal(caller.Account, guardian, body.Content.Reason)),
            view => view.Answer());
    }
}
