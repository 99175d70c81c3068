using System.Text.Json.Serialization;

namespace Numerai.Contracts;

/// <summary>What punishing costs. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GriefRatioType>))]
public enum GriefRatioType
{
    /// <summary>There is no punishment.</summary>
    None,

    /// <summary>Punishing is free: an infinite amount is burned for every NMR that it costs.</summary>
    Infinite,

    /// <summary>Burning p costs the punisher p times the ratio.</summary>
    Decimal,
}
