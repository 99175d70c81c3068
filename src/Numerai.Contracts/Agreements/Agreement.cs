namespace Numerai.Contracts;

/// <summary>A griefing agreement.</summary>
/// <param name="Deadline">When the countdown ends, once it was started.</param>
/// <param name="Burned">Stake burned by punishments and what they cost.</param>
/// <param name="Metadata">SHA-256 of the text that says what is agreed on.</param>
/// <param name="Moving">Whether NMR is on its way between a wallet and the agreement.</param>
public sealed record Agreement(
    AgreementId Id,
    AgreementType Type,
    AgreementPhase Phase,
    AccountId Staker,
    AccountId Counterparty,
    GriefRatioType RatioType,
    decimal Ratio,
    TimeSpan? Countdown,
    DateTimeOffset? Deadline,
    Nmr Stake,
    Nmr Burned,
    string Metadata,
    DateTimeOffset Created,
    bool Moving,
    LedgerHead LedgerHead);
