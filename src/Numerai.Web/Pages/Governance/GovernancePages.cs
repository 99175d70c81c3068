using System.Text.Encodings.Web;
using System.Text.Json;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Web.Governance;
using Numerai.Web.Http;
using Numerai.Web.Pages.Frame;

namespace Numerai.Web.Pages.Governance;

internal static class GovernancePages
{
    private const int MostVotes = 200;
    private static readonly JsonSerializerOptions _readable = new(ApiJson.Options)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void MapGovernancePages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(PageLinks.Governance, async (Paging paging, IActors actors) =>
            Html.Of<GovernancePage, GovernanceListView>(await ListAsync(paging, actors)));
        pages.MapGet(PageLinks.Governance + "/{number:int}", async (int number, IActors actors) =>
            Html.Of<ProposalPage, ProposalPageView>(await LoadAsync(number, actors)));
    }

    private static async Task<Outcome<GovernanceListView>> ListAsync(Paging paging, IActors actors)
    {
        var governance = await actors.Governance().GetAsync();
        if (!governance.Accepted)
        {
            return governance.Refusal;
        }

        var roles = new List<RoleRow>();
        foreach (var grant in governance.Value.Roles)
        {
            roles.Add(new RoleRow(RoleNames.Of(grant.Role), await NameAsync(grant.Account, actors), grant.Expires));
        }

        return new GovernanceListView(governance.Value.Rules, roles, await ProposalEndpoints.PageAsync(paging, actors));
    }

    private static async Task<Outcome<ProposalPageView>> LoadAsync(int number, IActors actors)
    {
        var proposal = await actors.Proposal(number).GetAsync();
        if (!proposal.Accepted)
        {
            return proposal.Refusal;
        }

        var votes = await actors.Proposal(number).VotesAsync(null, MostVotes);
        return new ProposalPageView(
            proposal.Value,
            await NameAsync(proposal.Value.Author, actors),
            [.. proposal.Value.Actions.Select(action => JsonSerializer.Serialize(action.Answer(), _readable))],
            votes.Require());
    }

    private static async Task<string> NameAsync(AccountId account, IActors actors)
    {
        var view = await actors.Participant(account).GetAsync();
        return view.Accepted ? view.Value.Username : account.ToString();
    }
}
