namespace Numerai.Contracts;

/// <summary>An escrow between a seller and a buyer.</summary>
/// <param name="Stake">Agreed on; <paramref name="HeldStake"/> is what is in.</param>
/// <param name="Payment">Agreed on; <paramref name="HeldPayment"/> is what is in.</param>
/// <param name="Deadline">Until when the seller has to deliver, once both deposits are in.</param>
/// <param name="Delivery">SHA-256 of what was delivered.</param>
/// <param name="Agreement">The countdown agreement it was finalised into.</param>
public sealed record Escrow(
    AgreementId Id,
    EscrowPhase Phase,
    AccountId Seller,
    AccountId Buyer,
    Nmr Stake,
    Nmr Payment,
    Nmr HeldStake,
    Nmr HeldPayment,
    GriefRatioType RatioType,
    decimal Ratio,
    TimeSpan Countdown,
    TimeSpan DeliverWithin,
    DateTimeOffset? Deadline,
    string? Delivery,
    AgreementId? Agreement,
    string Metadata,
    DateTimeOffset Created,
    bool Moving,
    LedgerHead LedgerHead);
