namespace Numerai.Contracts;

/// <param name="CommandId">The same id again changes nothing.</param>
/// <param name="Amount">Decimal text in NMR; for deposit, reward, release and punish.</param>
public sealed record AgreementActionRequest(AgreementAction Action, string CommandId, string? Amount = null);
