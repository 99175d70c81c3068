using Numerai.Contracts;

namespace Numerai.Tournament.Agreements.Escrows;

/// <summary>What a seller and a buyer agree on; it never changes.</summary>
/// <param name="Stake">The seller's, which backs the quality of what is sold.</param>
/// <param name="Payment">The buyer's.</param>
/// <param name="Ratio">Price of a punishment in the agreement that follows.</param>
/// <param name="Countdown">How long the buyer may punish after the delivery.</param>
/// <param name="DeliverWithin">How long the seller may take to deliver once both deposits are in.</param>
/// <param name="Metadata">SHA-256 of the text that says what is sold.</param>
public sealed record EscrowTerms(
    AccountId Seller, AccountId Buyer, Nmr Stake, Nmr Payment, GriefRatio Ratio, TimeSpan Countdown, TimeSpan DeliverWithin,
    string Metadata)
{
    /// <summary>The countdown agreement that the escrow is finalised into.</summary>
    public AgreementTerms Agreement => new(AgreementType.Countdown, Seller, Buyer, Ratio, Countdown, Metadata);

    /// <summary>Null when there can be such an escrow.</summary>
    public Refusal? Check() =>
        !Stake.IsPositive ? Invalid(RefusalCodes.InvalidAmount, $"The stake is {Stake} NMR; it must be positive.")
        : !Payment.IsPositive ? Invalid(RefusalCodes.InvalidAmount, $"The payment is {Payment} NMR; it must be positive.")
        : DeliverWithin <= TimeSpan.Zero || DeliverWithin > AgreementTerms.LongestCountdown
            ? Invalid(
                RefusalCodes.InvalidRequest,
                $"The time for delivery is {DeliverWithin}; it lies above 0 and up to {AgreementTerms.LongestCountdown.Days} days.")
        : Agreement.Check();

    private static Refusal Invalid(string code, string message) => new(code, message);
}
