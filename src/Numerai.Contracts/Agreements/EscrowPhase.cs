using System.Text.Json.Serialization;

namespace Numerai.Contracts;

/// <summary>Where an escrow stands. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EscrowPhase>))]
public enum EscrowPhase
{
    /// <summary>Nothing was deposited yet.</summary>
    Open,
    StakeDeposited,
    PaymentDeposited,

    /// <summary>Both are in; the seller has until the deadline to deliver.</summary>
    Deposited,

    /// <summary>Both are in and the deadline has passed without a delivery.</summary>
    Overdue,

    /// <summary>Delivered: the payment is the seller's, the stake backs a countdown agreement.</summary>
    Finalised,
    Cancelled,
    TimedOut,
}
