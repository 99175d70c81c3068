using Numerai.Contracts;

namespace Numerai.Client.Agreements;

/// <summary>An entry of the registry of agreements, escrows and feeds.</summary>
/// <param name="Kind">"simple", "countdown", "escrow" or "feed".</param>
/// <param name="Phase">Such as "active" or "counting_down".</param>
/// <param name="Staker">Staker, seller or author.</param>
/// <param name="Counterparty">Counterparty or buyer; a feed has none.</param>
public sealed record AgreementEntry(
    Guid Id,
    string Kind,
    string Phase,
    Guid Staker,
    Guid? Counterparty,
    Nmr Stake,
    Nmr Payment,
    DateTimeOffset? Deadline,
    string Metadata,
    DateTimeOffset Created);
