using System.Text.Json.Serialization;

namespace Numerai.Contracts;

/// <summary>What the parties of a griefing agreement can do. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AgreementAction>))]
public enum AgreementAction
{
    /// <summary>Staker's wallet to the stake.</summary>
    Deposit,

    /// <summary>Counterparty's wallet to the stake.</summary>
    Reward,

    /// <summary>Stake to the staker's wallet, by the counterparty.</summary>
    Release,

    /// <summary>Burns stake, at a cost to the counterparty that is burned too.</summary>
    Punish,

    /// <summary>The staker starts the countdown.</summary>
    StartCountdown,

    /// <summary>The staker takes what is left after the countdown.</summary>
    Retrieve,
}
