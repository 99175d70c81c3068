using Numerai.Contracts;
using Numerai.Tournament.Rounds.Presets;

namespace Numerai.Tournament.Automation;

/// <summary>How the feed of a daily tournament is laid out: a round stands on the universe of the day before it opens.</summary>
internal static class DailyFeed
{
    /// <summary>Ends of the names of a universe's files: the live file, its neutralizers, its sample weights.</summary>
    public static string[] Suffixes { get; } = [string.Empty, "_neutralizer", "_sample_weights"];

    public static DateOnly UniverseOf(DateTimeOffset opens) => DateOnly.FromDateTime(opens.UtcDateTime).AddDays(-1);

    public static string FileOf(DateOnly date, string suffix) => $"live_{UniverseId.Day(date)}{suffix}.parquet";

    /// <summary>How many of the files a round waits for: ALPHA and MPC are nothing without neutralizers.</summary>
    public static int Needed(TournamentPreset preset) => preset.HoldsPortfolios ? Suffixes.Length : 1;
}
