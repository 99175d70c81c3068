using System.Text.Json.Serialization;

namespace Numerai.Contracts;

/// <summary>What the parties of an escrow can do. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EscrowAction>))]
public enum EscrowAction
{
    /// <summary>Seller's wallet to the escrow.</summary>
    DepositStake,

    /// <summary>Buyer's wallet to the escrow.</summary>
    DepositPayment,

    /// <summary>The seller has delivered: the payment goes to the seller, the stake into a countdown agreement.</summary>
    Finalise,

    /// <summary>Before both are in: what is in goes back.</summary>
    Cancel,

    /// <summary>After the deadline for the delivery: both deposits go back.</summary>
    TimeOut,
}
