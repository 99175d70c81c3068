using Numerai.Contracts;
using Numerai.Tournament.Agreements.Escrows;

namespace Numerai.Web.Agreements;

/// <param name="Seller">Id or username; the caller is this or the buyer.</param>
/// <param name="Ratio">Only with the ratio type "decimal".</param>
/// <param name="Countdown">How long the buyer may punish after the delivery.</param>
/// <param name="DeliverWithin">How long the seller may take to deliver once both deposits are in.</param>
/// <param name="Metadata">SHA-256 of the text that says what is sold.</param>
/// <param name="CommandId">The same id again gives the same escrow.</param>
internal sealed record CreateEscrowRequest(
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

/// <param name="Delivery">SHA-256 of what was delivered; only with "finalise".</param>
/// <param name="CommandId">The same id again changes nothing.</param>
internal sealed record EscrowActionRequest(EscrowAction Action, string CommandId, string? Delivery = null);

/// <param name="Agreement">The countdown agreement it was finalised into.</param>
internal sealed record EscrowResponse(
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
    LedgerHead LedgerHead)
{
    public static EscrowResponse Of(EscrowView view) => new(
        view.Id,
        view.Phase,
        view.Terms.Seller,
        view.Terms.Buyer,
        view.Terms.Stake,
        view.Terms.Payment,
        view.HeldStake,
        view.HeldPayment,
        view.Terms.Ratio.Type,
        view.Terms.Ratio.Value,
        view.Terms.Countdown,
        view.Terms.DeliverWithin,
        view.Deadline,
        view.Delivery,
        view.Agreement,
        view.Terms.Metadata,
        view.Created,
        view.Moving,
        view.LedgerHead);
}
