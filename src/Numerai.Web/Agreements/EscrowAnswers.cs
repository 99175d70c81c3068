using Numerai.Contracts;
using Numerai.Tournament.Agreements.Escrows;

namespace Numerai.Web.Agreements;

internal static class EscrowAnswers
{
    public static Escrow Answer(this EscrowView view) => new(
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
