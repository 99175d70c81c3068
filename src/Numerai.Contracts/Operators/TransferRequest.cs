namespace Numerai.Contracts;

/// <param name="Amount">Decimal text in NMR.</param>
/// <param name="CommandId">The same id again changes nothing.</param>
public sealed record TransferRequest(string Amount, string CommandId);
