using Microsoft.AspNetCore.Authentication;

namespace Numerai.Web.Authentication;

internal static class ScopeExtensions
{
    /// <summary>Lets in keys with this scope only.</summary>
    public static TBuilder RequireScope<TBuilder>(this TBuilder builder, string scope)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new RequiredScope(scope)).RequireAuthorization(scope);

    public static IServiceCollection AddTokenAuthentication(this IServiceCollection services)
    {
        // The core services only: AddAuthentication would also make and store keys for protecting cookies, of which there are none.
        services.AddAuthenticationCore(options => options.DefaultScheme = TokenAuthentication.SchemeName);
        services.AddWebEncoders();
        new AuthenticationBuilder(services)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.SchemeName, null);
        var authorization = services.AddAuthorizationBuilder();
        foreach (var scope in Scopes.All)
        {
            authorization.AddPolicy(scope, policy => policy.RequireAuthenticatedUser().RequireClaim(Caller.ScopeClaim, scope));
        }

        return services.AddSingleton<ApiKeys>();
    }
}
