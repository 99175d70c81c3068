using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Outcomes;
using Numerai.Tournament.Participants;
using Numerai.Web.Http;

namespace Numerai.Web.Authentication;

/// <summary>Checks <c>Authorization: Token PUBLIC$SECRET</c> with the one account that the public id spells.</summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IActors actors, ApiKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Token";
    private const string Prefix = "Token ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.Length == 0)
        {
            return AuthenticateResult.NoResult();
        }

        var separator = header.IndexOf('$', StringComparison.Ordinal);
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || separator < 0)
        {
            return AuthenticateResult.Fail("The Authorization header is not of the form 'Token PUBLIC_ID$SECRET_KEY'.");
        }

        var publicId = header[Prefix.Length..separator];
        if (!PublicKeyId.TryReadAccount(publicId, out var account))
        {
            return AuthenticateResult.Fail("The public id in the Authorization header is not one of this server.");
        }

        var credential = await actors.Participant(account).AuthenticateAsync(publicId, keys.Hash(header[(separator + 1)..]));
        return credential.Accepted
            ? AuthenticateResult.Success(new AuthenticationTicket(Principal(publicId, credential.Value), SchemeName))
            : AuthenticateResult.Fail(credential.Refusal.Message);
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var failure = (await HandleAuthenticateOnceSafeAsync()).Failure;
        Response.Headers.WWWAuthenticate = SchemeName;
        await Problem.Of(new Refusal(
            RefusalCodes.NotAuthenticated,
            failure?.Message ?? "This needs an API key: send the header 'Authorization: Token PUBLIC_ID$SECRET_KEY'.")).WriteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var scope = Context.GetEndpoint()?.Metadata.GetMetadata<RequiredScope>()?.Scope;
        return Problem.Of(new Refusal(
            RefusalCodes.NotAuthorised, $"This needs a key with the scope '{scope}', which the key in use does not have.")).WriteAsync(Context);
    }

    private static ClaimsPrincipal Principal(string publicId, Credential credential)
    {
        var identity = new ClaimsIdentity(SchemeName, Caller.NameClaim, Caller.ScopeClaim);
        identity.AddClaim(new Claim(Caller.KeyClaim, publicId));
        identity.AddClaim(new Claim(Caller.AccountClaim, credential.Account.ToString()));
        identity.AddClaim(new Claim(Caller.NameClaim, credential.Username));
        identity.AddClaims(credential.Scopes.Select(scope => new Claim(Caller.ScopeClaim, scope)));
        return new ClaimsPrincipal(identity);
    }
}
