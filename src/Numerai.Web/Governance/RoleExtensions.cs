using Numerai.Contracts;
using Numerai.Tournament.Actors;
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
            var actors = context.HttpContext.RequestServices.GetRequiredService<IActors>();
            return await CheckAsync(caller, role, actors) is { } refusal ? throw new RefusedException(refusal) : await next(context);
        });
        return group;
    }

    /// <summary>Null when the caller holds the role now.</summary>
    public static async Task<Refusal?> CheckAsync(Caller caller, CouncilRole role, IActors actors) =>
        (await actors.Governance().GetAsync()).Require().Holds(caller.Account, role)
            ? null
            : new Refusal(
                RefusalCodes.NotAuthorised,
                $"The account '{caller.Username}' does not hold the role {RoleNames.Of(role)} now; holders grant it by a proposal.");
}
