namespace Numerai.Contracts;

/// <param name="CommandId">The same id again changes nothing.</param>
/// <param name="Delivery">SHA-256 of what was delivered; only with "finalise".</param>
public sealed record EscrowActionRequest(EscrowAction Action, string CommandId, string? Delivery = null);
