using System.Text.Json.Serialization;

namespace Numerai.Contracts;

/// <summary>What automation does. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AutomationStepKind>))]
public enum AutomationStepKind
{
    Close,
    Score,
    Resolve,
    Open,

    /// <summary>A time to open went by with its whole window: nobody could have submitted, so no round is made for it.</summary>
    Missed,
}
