using Microsoft.AspNetCore.Authentication;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Web.Authentication;
using Numerai.Web.Governance;
using Numerai.Web.Http;

namespace Numerai.Web.GraphQl.Fields;

/// <summary>What a field needs of its caller: nothing, a key's scope, a council role. The same refusals as over REST.</summary>
internal sealed record Access(string? Scope = null, CouncilRole? Role = null)
{
    /// <summary>Participants' clients know this sentence.</summary>
    private const string Expired = "Your session is invalid or has expired.";

    public static Access Everybody { get; } = new();

    public static Access With(CouncilRole role) => new(Scopes.ManageAccount, role);

    /// <summary>Null where nobody needs to be known and nobody is.</summary>
    public async Task<Caller?> CheckAsync(HttpContext context)
    {
        var caller = Caller.Of(context.User);
        if (Scope is null)
        {
            return caller;
        }

        if (caller is null)
        {
            var failure = (await context.AuthenticateAsync()).Failure?.Message;
            throw new RefusedException(TokenAuthentication.Unknown(failure is null ? null : $"{Expired} {failure}"));
        }

        if (!caller.Scopes.Contains(Scope))
        {
            throw new RefusedException(TokenAuthentication.Forbidden(Scope));
        }

        if (Role is { } role
            && await RoleExtensions.CheckAsync(caller, role, context.RequestServices.GetRequiredService<IActors>()) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        return caller;
    }
}
