using System.Text.Json.Serialization;

namespace Numerai.Contracts;

/// <summary>What to do with a stake. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StakeChangeType>))]
public enum StakeChangeType
{
    /// <summary>Wallet to active stake, at once.</summary>
    Increase,

    /// <summary>Active stake to pending release.</summary>
    Decrease,

    /// <summary>All of the active stake to pending release.</summary>
    Drain,

    /// <summary>Active stake of one model to that of another of the same account.</summary>
    Move,
}
