namespace Numerai.Contracts;

/// <summary>A new account with its first key.</summary>
public sealed record Registration(Account Account, NewApiKey Key);
