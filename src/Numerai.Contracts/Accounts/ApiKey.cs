namespace Numerai.Contracts;

/// <summary>An API key without its secret, which is shown only when the key is made.</summary>
public sealed record ApiKey(string PublicId, string Name, IReadOnlyList<string> Scopes);
