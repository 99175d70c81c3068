using System.Text.Json.Serialization;

namespace Numerai.Contracts;

/// <summary>What a season's rank is called, best first. Stored and shown by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SeasonTitle>))]
public enum SeasonTitle
{
    /// <summary>The first of those who qualified.</summary>
    Grandmaster,

    /// <summary>Among the first ten.</summary>
    Master,

    /// <summary>Among the first hundred; where titles go by quarters, in the first one.</summary>
    Expert,

    /// <summary>First third of the rest; by quarters, in the first half.</summary>
    Researcher,

    /// <summary>Second third of the rest; by quarters, in the first three.</summary>
    Contributor,

    /// <summary>Everybody else who qualified.</summary>
    Apprentice,

    /// <summary>Not qualified.</summary>
    Novice,
}
