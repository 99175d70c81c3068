namespace Numerai.Contracts;

/// <summary>Makes an account and its first key.</summary>
/// <param name="Secret">Of the key, made by the caller (see docs/rest-api.md, "Retries"); null has the server make one.</param>
public sealed record RegisterRequest(string Username, string? Secret = null);

/// <summary>Makes another key.</summary>
/// <param name="Scopes">Some of those of the key in use.</param>
/// <param name="Secret">As in <see cref="RegisterRequest"/>.</param>
public sealed record CreateKeyRequest(string Name, IReadOnlyList<string> Scopes, string? Secret = null);

/// <summary>Takes NMR out of the wallet.</summary>
/// <param name="Amount">NMR as a decimal, such as "12.5".</param>
/// <param name="CommandId">The same id again changes nothing.</param>
public sealed record WithdrawalRequest(string Amount, string CommandId);
