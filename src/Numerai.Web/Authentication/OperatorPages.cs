namespace Numerai.Web.Authentication;

/// <summary>For pages of others that a host puts beside the API.</summary>
public static class OperatorPages
{
    /// <summary>Lets in the operator's key only, which a browser asks for as a name (public id) and a password (secret).</summary>
    public static TBuilder RequireOperator<TBuilder>(this TBuilder pages)
        where TBuilder : IEndpointConventionBuilder =>
        pages.WithMetadata(BrowserSignIn.Metadata).RequireScope(Scopes.Operator);
}
