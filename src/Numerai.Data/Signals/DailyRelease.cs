using System.Globalization;
using System.Text.Json;
using Numerai.Data.Releases;

namespace Numerai.Data.Signals;

/// <summary>A finished daily release on disk: history that is public, and the operator's live days with their targets.</summary>
public sealed class DailyRelease
{
    internal const string CalendarName = "calendar.json";

    internal DailyRelease(string folder, DailyCalendar calendar)
    {
        Folder = folder;
        Calendar = calendar;
    }

    public string Folder { get; }

    /// <summary>Prefix of published names, such as <c>signals/v2.1</c>.</summary>
    public string Version => Calendar.Version;

    public string KeyColumn => Calendar.KeyColumn;

    /// <summary>Whether days have neutralizers and sample weights.</summary>
    public bool Portfolio => Calendar.Portfolio;

    public IReadOnlyList<DailyRound> Rounds => Calendar.Rounds;

    /// <summary>Public files.</summary>
    public string PublicFolder => Path.Combine(Folder, Version);

    internal DailyCalendar Calendar { get; }

    /// <summary>Paths of the public files; none when the panel had too little history for any.</summary>
    public IReadOnlyList<string> PublicFiles() => Directory.Exists(PublicFolder)
        ? [.. Directory.EnumerateFiles(PublicFolder, "*.parquet").Order(StringComparer.Ordinal)]
        : [];

    /// <summary>
    /// Names of a day's files: <c>live_2026-01-09.parquet</c>, and <c>_neutralizer</c> and <c>_sample_weights</c> where there are any.
    /// </summary>
    public IEnumerable<string> FilesOf(DailyRound round) =>
        (Portfolio ? new[] { string.Empty, "_neutralizer", "_sample_weights" } : [string.Empty]).Select(suffix => Name(round.Date, suffix));

    /// <summary>Where a day's file is until its round opens.</summary>
    public string LiveFile(DailyRound round, string name) => Path.Combine(RoundFolder(Folder, round.Date), name);

    /// <summary>The targets of so many days of returns.</summary>
    public string TargetFile(DailyRound round, int day) => Path.Combine(RoundFolder(Folder, round.Date), "targets", TargetName(day));

    /// <summary>Opens a release built before.</summary>
    /// <exception cref="DataFormatException"><c>release_damaged</c> when the calendar is missing or not readable.</exception>
    public static DailyRelease Open(string folder)
    {
        var path = Path.Combine(folder, Release.OperatorName, CalendarName);
        try
        {
            var calendar = JsonSerializer.Deserialize<DailyCalendar>(File.ReadAllBytes(path), ReleaseJson.Options);
            return calendar is { Version: not null, KeyColumn: not null, Rounds: not null }
                ? new DailyRelease(folder, calendar)
                : throw new DataFormatException(DataErrorCodes.ReleaseDamaged, $"'{path}' names no version, key column or rounds.");
        }
        catch (Exception error) when (error is IOException or JsonException)
        {
            throw new DataFormatException(DataErrorCodes.ReleaseDamaged,
                $"'{folder}' is not a daily release: its calendar '{path}' cannot be read: {error.Message}", error);
        }
    }

    internal static string Name(DateOnly date, string suffix) =>
        string.Create(CultureInfo.InvariantCulture, $"live_{date:yyyy-MM-dd}{suffix}.parquet");

    internal static string TargetName(int day) => string.Create(CultureInfo.InvariantCulture, $"day_{day}.parquet");

    internal static string RoundFolder(string folder, DateOnly date) =>
        Path.Combine(folder, Release.OperatorName, "rounds", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
