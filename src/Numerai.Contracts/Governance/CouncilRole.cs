using System.Text.Json.Serialization;

namespace Numerai.Contracts;

/// <summary>
/// A power over the running tournament. The operator starts with all of them; proposals give and take them. Stored by name.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<CouncilRole>))]
public enum CouncilRole
{
    /// <summary>Cancel queued proposals.</summary>
    Guardian,

    /// <summary>Publish data files.</summary>
    PublishData,

    /// <summary>Open, close, score, resolve and cancel rounds, and set up their automation.</summary>
    ResolveRounds,

    /// <summary>Stop and resume uploads of submissions.</summary>
    PauseUploads,

    /// <summary>Change settings without a proposal.</summary>
    ChangeSettings,
}
