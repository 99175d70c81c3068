using System.Text.Json.Serialization;

namespace Numerai.Contracts;

/// <summary>Where a round is in its life. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RoundPhase>))]
public enum RoundPhase
{
    Scheduled,
    Open,
    Closed,
    Scoring,
    Resolved,
    Cancelled,
}
