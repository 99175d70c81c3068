using System.Globalization;

namespace Numerai.Data.Targets;

/// <summary>
/// What a target file says of itself in its Parquet key-value pairs, so that the file of one day is never taken for another's. CSV has no
/// place for it.
/// </summary>
/// <param name="Tournament">Number of the tournament.</param>
/// <param name="Round">Number of the round in its release; where securities keep their ids, the day of the universe (2026-01-09).</param>
/// <param name="Day">Days of returns: the scoring day, 1 first.</param>
public sealed record TargetMark(string Tournament, string Round, string Day)
{
    public const string TournamentKey = "numerai.tournament";
    public const string RoundKey = "numerai.round";
    public const string DayKey = "numerai.day";

    public static TargetMark Of(int tournament, string round, int day) =>
        new(tournament.ToString(CultureInfo.InvariantCulture), round, day.ToString(CultureInfo.InvariantCulture));

    public IReadOnlyDictionary<string, string> ToMetadata() => new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        [TournamentKey] = Tournament,
        [RoundKey] = Round,
        [DayKey] = Day,
    };

    /// <summary>Null when the file says nothing; what it leaves out of the three is empty, which no day is named.</summary>
    public static TargetMark? In(IReadOnlyDictionary<string, string> metadata) =>
        metadata.ContainsKey(TournamentKey) || metadata.ContainsKey(RoundKey) || metadata.ContainsKey(DayKey)
            ? new TargetMark(
                metadata.GetValueOrDefault(TournamentKey, string.Empty),
                metadata.GetValueOrDefault(RoundKey, string.Empty),
                metadata.GetValueOrDefault(DayKey, string.Empty))
            : null;

    public override string ToString() => $"tournament {Tournament}, round {Round}, day {Day}";
}
