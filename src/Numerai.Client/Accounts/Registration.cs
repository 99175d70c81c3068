namespace Numerai.Client.Accounts;

/// <summary>A new account with its first key.</summary>
public sealed record Registration(Account Account, NewApiKey Key);
