using Numerai.Contracts;

namespace Numerai.Client.Agreements;

/// <summary>Terms of an escrow to be made; the caller is the seller or the buyer.</summary>
/// <param name="Seller">Id or username.</param>
/// <param name="Buyer">Id or username.</param>
/// <param name="Countdown">How long the buyer may punish after the delivery.</param>
/// <param name="DeliverWithin">How long the seller may take to deliver once both deposits are in.</param>
/// <param name="Metadata">SHA-256 of the text that says what is sold.</param>
/// <param name="Ratio">Only with <see cref="GriefRatioType.Decimal"/>.</param>
public sealed record NewEscrow(
    string Seller,
    string Buyer,
    Nmr Stake,
    Nmr Payment,
    GriefRatioType RatioType,
    TimeSpan Countdown,
    TimeSpan DeliverWithin,
    string Metadata,
    decimal? Ratio = null);
