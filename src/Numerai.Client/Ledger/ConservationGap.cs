using Numerai.Contracts;

namespace Numerai.Client.Ledger;

/// <summary>A ledger account whose balance is not what its actor holds.</summary>
public sealed record ConservationGap(string Account, Nmr Ledger, Nmr Held);
