using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Governance;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Web.Accounts;
using Numerai.Web.Authentication;
using Numerai.Web.Http;

namespace Numerai.Web.Governance;

/// <summary>Rules and roles, delegation, and the powers that roles give over uploads.</summary>
internal static class GovernanceEndpoints
{
    public static void MapGovernance(this IEndpointRouteBuilder api)
    {
        api.MapGet("/governance", GetAsync).WithSummary("How proposals are decided, and who holds which role.");
        api.MapPut("/governance/delegate", DelegateAsync).RequireScope(Scopes.Stake)
            .WithSummary("Let another account vote in place of this one, from the next proposal on.");
        api.MapPut("/governance/uploads/{tournament:int}", PauseAsync).RequireScope(Scopes.ManageAccount)
            .WithSummary("Pause or resume uploads of submissions (role pause_uploads).");
        api.MapProposals();
    }

    internal static async Task<Answer<GovernanceInfo>> GetAsync(IActors actors) =>
        Answer<GovernanceInfo>.Of(await actors.Governance().GetAsync(), view => view.Answer());

    internal static async Task<Answer<Delegation>> DelegateAsync(JsonBody<DelegateRequest> body, Caller caller, IActors actors)
    {
        var to = body.Content.To is { } name ? AccountLookup.Read(name) : (AccountId?)null;
        return Answer<Delegation>.Of(
            await actors.Governance().DelegateAsync(new DelegateVotes(caller.Account, to)), chosen => new Delegation(chosen));
    }

    internal static async Task<Answer<GovernanceInfo>> PauseAsync(
        int tournament, JsonBody<PauseUploadsRequest> body, Caller caller, IActors actors)
    {
        var within = Tournaments.Read(tournament);
        return within.Accepted
            ? Answer<GovernanceInfo>.Of(
                await actors.Governance().PauseUploadsAsync(
                    new PauseUploads(caller.Account, within.Value, body.Content.Paused, body.Content.Reason)),
                view => view.Answer())
            : within.Refusal;
    }
}
