using System.Text.Json.Serialization;

namespace Numerai.Contracts;

/// <summary>Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VoteChoice>))]
public enum VoteChoice
{
    For,
    Against,

    /// <summary>Counts to the quorum only.</summary>
    Abstain,
}
