using Numerai.Contracts;

namespace Numerai.Storage.ReadModels;

/// <summary>One model's totals while a leaderboard is made of them.</summary>
internal sealed class Standing
{
    private readonly Dictionary<string, (long Billionths, long Count)> _scores = new(StringComparer.Ordinal);

    public required long Number { get; init; }

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Username { get; init; }

    public required Nmr Stake { get; init; }

    public int Rounds { get; set; }

    public Nmr Earned { get; set; }

    public void Add(string score, long billionths, long count)
    {
        var total = _scores.GetValueOrDefault(score);
        _scores[score] = (total.Billionths + billionths, total.Count + count);
    }

    /// <summary>The mean of a score over the window, or null when the model has none.</summary>
    public double? Mean(string score) =>
        _scores.GetValueOrDefault(score) is { Count: > 0 } total ? total.Billionths / 1e9 / total.Count : null;

    public LeaderboardRow ToRow(int rank) => new(
        rank,
        new ModelId(Guid.Parse(Id)),
        Name,
        Username,
        Stake,
        _scores.Keys.Order(StringComparer.Ordinal).Where(score => Mean(score) is not null)
            .ToDictionary(score => score, score => Mean(score)!.Value),
        Rounds,
        Earned);
}
