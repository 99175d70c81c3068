namespace Numerai.Contracts;

/// <summary>A ledger account whose balance is not what its actor holds.</summary>
/// <param name="Account">Ledger account, such as "stake:MODEL".</param>
/// <param name="Ledger">Its balance by the ledger's entries.</param>
/// <param name="Held">What the actor that owns it holds.</param>
public sealed record ConservationGap(string Account, Nmr Ledger, Nmr Held);
