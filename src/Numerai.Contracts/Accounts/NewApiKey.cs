namespace Numerai.Contracts;

/// <summary>A key that was just made. Keep the secret: the server stores only its hash.</summary>
public sealed record NewApiKey(string PublicId, string Secret, string Name, IReadOnlyList<string> Scopes);
