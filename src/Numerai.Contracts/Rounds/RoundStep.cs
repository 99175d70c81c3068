using System.Text.Json.Serialization;

namespace Numerai.Contracts;

/// <summary>A step of several writes that a round is in the middle of; after a crash it goes on from here. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RoundStep>))]
public enum RoundStep
{
    None,
    CarryingOver,
    Closing,
    Scoring,
    Settling,
    Cancelling,
}

/// <summary>Points of a step that everybody hears of. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RoundStepPoint>))]
public enum RoundStepPoint
{
    Begun,

    /// <summary>It has not moved for long, or fails again and again; an operator has to look.</summary>
    Stands,

    Done,

    /// <summary>An operator gave it up before it moved money.</summary>
    Aborted,
}
