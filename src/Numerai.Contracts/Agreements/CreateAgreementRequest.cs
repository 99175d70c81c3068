namespace Numerai.Contracts;

/// <param name="Staker">Id or username; the caller is this or the counterparty.</param>
/// <param name="Counterparty">Id or username.</param>
/// <param name="Metadata">SHA-256 of the text that says what is agreed on.</param>
/// <param name="CommandId">The same id again gives the same agreement.</param>
/// <param name="Ratio">NMR that burning 1 NMR costs; only with the ratio type "decimal".</param>
/// <param name="Countdown">Days.hours:minutes:seconds, such as "7.00:00:00"; only with the type "countdown".</param>
public sealed record CreateAgreementRequest(
    AgreementType Type,
    string Staker,
    string Counterparty,
    GriefRatioType RatioType,
    string Metadata,
    string CommandId,
    decimal? Ratio = null,
    TimeSpan? Countdown = null);
