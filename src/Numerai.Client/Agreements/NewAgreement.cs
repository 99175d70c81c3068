using Numerai.Contracts;

namespace Numerai.Client.Agreements;

/// <summary>Terms of a griefing agreement to be made; the caller is the staker or the counterparty.</summary>
/// <param name="Staker">Id or username.</param>
/// <param name="Counterparty">Id or username.</param>
/// <param name="Metadata">SHA-256 (64 lower-case hexadecimal digits) of the text that says what is agreed on.</param>
/// <param name="Ratio">NMR that burning 1 NMR costs; only with <see cref="GriefRatioType.Decimal"/>.</param>
/// <param name="Countdown">Only with <see cref="AgreementType.Countdown"/>.</param>
public sealed record NewAgreement(
    AgreementType Type,
    string Staker,
    string Counterparty,
    GriefRatioType RatioType,
    string Metadata,
    decimal? Ratio = null,
    TimeSpan? Countdown = null);
