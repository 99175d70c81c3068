namespace Numerai.Contracts;

/// <param name="Seller">Id or username; the caller is this or the buyer.</param>
/// <param name="Buyer">Id or username.</param>
/// <param name="Stake">Decimal text in NMR, as the payment.</param>
/// <param name="Countdown">How long the buyer may punish after the delivery.</param>
/// <param name="DeliverWithin">How long the seller may take to deliver once both deposits are in.</param>
/// <param name="Metadata">SHA-256 of the text that says what is sold.</param>
/// <param name="CommandId">The same id again gives the same escrow.</param>
/// <param name="Ratio">NMR that burning 1 NMR costs; only with the ratio type "decimal".</param>
public sealed record CreateEscrowRequest(
    string Seller,
    string Buyer,
    string Stake,
    string Payment,
    GriefRatioType RatioType,
    TimeSpan Countdown,
    TimeSpan DeliverWithin,
    string Metadata,
    string CommandId,
    decimal? Ratio = null);
