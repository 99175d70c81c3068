namespace Numerai.Contracts;

/// <summary>An entry of the registry of agreements, escrows and feeds.</summary>
/// <param name="Kind">"simple", "countdown", "escrow" or "feed".</param>
/// <param name="Phase">In snake case, such as "active" or "counting_down".</param>
/// <param name="Staker">Staker, seller or author.</param>
/// <param name="Counterparty">Counterparty or buyer; a feed has none.</param>
public sealed record AgreementEntry(
    AgreementId Id,
    string Kind,
    string Phase,
    AccountId Staker,
    AccountId? Counterparty,
    Nmr Stake,
    Nmr Payment,
    DateTimeOffset? Deadline,
    string Metadata,
    DateTimeOffset Created);
