using Numerai.Contracts;
using Numerai.Tournament.Standings.Rows;

namespace Numerai.Storage.ReadModels;

/// <summary>A score in the types of the database.</summary>
internal sealed class StoredScore
{
    public int Tournament { get; init; }

    public int Round { get; init; }

    public int Day { get; init; }

    public bool Final { get; init; }

    public string Model { get; init; } = string.Empty;

    public string ModelName { get; init; } = string.Empty;

    public string Username { get; init; } = string.Empty;

    public string Score { get; init; } = string.Empty;

    public double? Value { get; init; }

    public double? Percentile { get; init; }

    public string Published { get; init; } = string.Empty;

    public ScoreRow ToRow() => new(
        new RoundId(new TournamentId(Tournament), Round),
        Day,
        Final,
        new ModelId(Guid.Parse(Model)),
        ModelName,
        Username,
        Score,
        Value,
        Percentile,
        StoredTime.Read(Published));
}
