namespace Numerai.Contracts;

/// <summary>Has NMR of an account kept from leaving it.</summary>
/// <param name="Id">The same id again changes nothing.</param>
/// <param name="Reason">The participant reads it.</param>
/// <param name="Amount">NMR of the wallet as a decimal; null for the whole account.</param>
/// <param name="Until">When it ends by itself; null for when it is released.</param>
public sealed record PlaceHoldRequest(string Id, string Reason, string? Amount = null, DateTimeOffset? Until = null);

/// <summary>Ends a hold.</summary>
public sealed record ReleaseHoldRequest(string Id);
