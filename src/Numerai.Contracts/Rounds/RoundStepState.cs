using System.Text.Json.Serialization;

namespace Numerai.Contracts;

/// <summary>How a step stands. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RoundStepState>))]
public enum RoundStepState
{
    Running,

    /// <summary>Its next stage moves money, and that is another step's turn.</summary>
    AwaitsMoney,

    /// <summary>The last attempt failed; it is tried again.</summary>
    Failing,

    /// <summary>It was told no (the treasury is short); it is asked again later.</summary>
    Refused,
}
