namespace Numerai.Web.Authentication;

/// <summary>Endpoint metadata: who has not signed in is asked for a name and a password by the browser.</summary>
internal sealed class BrowserSignIn
{
    public const string Challenge = "Basic realm=\"operator key: public id and secret\", charset=\"UTF-8\"";

    public static BrowserSignIn Metadata { get; } = new();
}
