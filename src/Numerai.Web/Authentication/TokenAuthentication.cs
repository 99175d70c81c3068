using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Actors;
using Numerai.Web.Http;
using Numerai.Web.Reads;

namespace Numerai.Web.Authentication;

/// <summary>Checks the API key of a request with the one account that the public id spells.</summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IActors actors, ApiKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Token";

    /// <param name="failure">What is wrong with the key; null without one.</param>
    public static Refusal Unknown(string? failure) => new(
        RefusalCodes.NotAuthenticated, failure ?? "This needs an API key: send the header 'Authorization: Token PUBLIC_ID$SECRET_KEY'.");

    public static Refusal Forbidden(string? scope) =>
        new(RefusalCodes.NotAuthorised, $"This needs a key with the scope '{scope}', which the key in use does not have.");

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.Length == 0)
        {
            return AuthenticateResult.NoResult();
        }

        if (PresentedKey.Read(header) is not { } key)
        {
            return AuthenticateResult.Fail("The Authorization header is not of the form 'Token PUBLIC_ID$SECRET_KEY'.");
        }

        if (!PublicKeyId.TryReadAccount(key.PublicId, out var account))
        {
            return AuthenticateResult.Fail("The public id in the Authorization header is not one of this server.");
        }

        var credential = await actors.Participant(account).AuthenticateAsync(key.PublicId, keys.Hash(key.Secret));
        if (!credential.Accepted)
        {
            return AuthenticateResult.Fail(credential.Refusal.Message);
        }

        Context.Features.Set(new OwnPosition(new EventPosition($"{ActorKinds.Participant}/{account}", credential.Value.Sequence)));
        return AuthenticateResult.Success(new AuthenticationTicket(Principal(key.PublicId, credential.Value), SchemeName));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var failure = (await HandleAuthenticateOnceSafeAsync()).Failure;
        var browser = Context.GetEndpoint()?.Metadata.GetMetadata<BrowserSignIn>() is not null;
        Response.Headers.WWWAuthenticate = browser ? BrowserSignIn.Challenge : SchemeName;
        await Problem.Of(Unknown(failure?.Message)).WriteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var scope = Context.GetEndpoint()?.Metadata.GetMetadata<RequiredScope>()?.Scope;
        return Problem.Of(Forbidden(scope)).WriteAsync(Context);
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
