using System.Text.Json.Serialization;

namespace Numerai.Tournament.Rounds;

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
