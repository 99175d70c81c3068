using System.Text.Json.Serialization;

namespace Numerai.Tournament.Standings;

/// <summary>What a season's rank is called, best first. Stored and shown by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SeasonTitle>))]
public enum SeasonTitle
{
    /// <summary>The first of those who qualified.</summary>
    Grandmaster,

    /// <summary>Among the first ten.</summary>
    Master,

    /// <summary>Among the first hundred; in Signals, in the first quarter.</summary>
    Expert,

    /// <summary>First third of the rest; in Signals, in the first half.</summary>
    Researcher,

    /// <summary>Second third of the rest; in Signals, in the first three quarters.</summary>
    Contributor,

    /// <summary>Everybody else who qualified.</summary>
    Apprentice,

    /// <summary>Not qualified.</summary>
    Novice,
}
