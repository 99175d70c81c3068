namespace Numerai.Web.Authentication;

/// <summary>Endpoint metadata: the scope a key needs here.</summary>
internal sealed record RequiredScope(string Scope);
