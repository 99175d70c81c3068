using Numerai.Tournament.Actors;
using Numerai.Tournament.Governance;
using Numerai.Tournament.Outcomes;
using Numerai.Web.Authentication;
using Numerai.Web.Http;

namespace Numerai.Web.Governance;

/// <summary>Lets in accounts that hold a council role now.</summary>
internal static class RoleExtensions
{
    /// <summary>Needs a key that manages its account, and the role, which a proposal may have given or taken.</summary>
    public static RouteGroupBuilder RequireRole(this RouteGroupBuilder group, CouncilRole role)
    {
        group.RequireScope(Scopes.ManageAccount).AddEndpointFilter(async (context, next) =>
        {
            var caller = Caller.Of(context.HttpContext.User)!;
            var governance = (await context.HttpContext.RequestServices.GetRequiredService<IActors>().Governance().GetAsync()).Require();
            return governance.Holds(caller.Account, role)
                ? await next(context)
                : throw new RefusedException(new Refusal(
                    RefusalCodes.NotAuthorised,
                    $"The account '{caller.Username}' does not hold the role {RoleNames.Of(role)} now; holders grant it by a proposal."));
        });
        return group;
    }
}
