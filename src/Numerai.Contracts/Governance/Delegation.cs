namespace Numerai.Contracts;

/// <param name="Delegate">Who votes in place of the account; null when it votes itself.</param>
public sealed record Delegation(AccountId? Delegate);
