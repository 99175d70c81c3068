using System.Text.Json.Serialization;

namespace Numerai.Contracts;

/// <summary>Where an agreement stands. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AgreementPhase>))]
public enum AgreementPhase
{
    /// <summary>Nothing was deposited yet.</summary>
    Created,

    /// <summary>A stake is in.</summary>
    Active,

    /// <summary>The staker wants out; until the deadline the counterparty may still act.</summary>
    CountingDown,

    /// <summary>The deadline has passed; the stake is the staker's to take.</summary>
    Expired,

    /// <summary>The stake is gone: released, retrieved or burned.</summary>
    Ended,
}
