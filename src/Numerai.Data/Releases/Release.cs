using System.Text.Json;

namespace Numerai.Data.Releases;

/// <summary>A finished release on disk: what the public may have, and what the operator keeps.</summary>
public sealed class Release
{
    internal const string OperatorName = "operator";
    internal const string CalendarName = "calendar.json";

    private Release(string folder, ReleaseCalendar calendar)
    {
        Folder = folder;
        Calendar = calendar;
    }

    /// <summary>Folder that holds both parts.</summary>
    public string Folder { get; }

    public string Version => Calendar.Version;

    /// <summary>Public files: may be served to anyone.</summary>
    public string PublicFolder => Path.Combine(Folder, Version);

    /// <summary>The operator's files: rounds to come, their targets, the calendar. Never served.</summary>
    public string OperatorFolder => Path.Combine(Folder, OperatorName);

    /// <summary>Live rounds in order.</summary>
    public IReadOnlyList<ReleaseRound> Rounds => Calendar.Rounds;

    /// <summary>Dates and roles of all eras.</summary>
    internal ReleaseCalendar Calendar { get; }

    /// <summary>Folder of one round's files, by its number from 1.</summary>
    public string RoundFolder(int round) => Path.Combine(OperatorFolder, "rounds",
        round.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>File with the target of so many days of returns (1 to 20) of a round: columns <c>id</c>, <c>target</c>.</summary>
    public string TargetFile(int round, int day) => Path.Combine(RoundFolder(round), "targets", $"day_{day}.parquet");

    /// <summary>Opens a release built before.</summary>
    /// <exception cref="DataFormatException"><c>release_damaged</c> when the calendar is missing or not readable.</exception>
    public static Release Open(string folder)
    {
        var path = Path.Combine(folder, OperatorName, CalendarName);
        try
        {
            var calendar = JsonSerializer.Deserialize<ReleaseCalendar>(File.ReadAllBytes(path), ReleaseJson.Options);
            return calendar is { Version: not null, Rounds: not null, Eras: not null }
                ? new Release(folder, calendar)
                : throw new DataFormatException(DataErrorCodes.ReleaseDamaged, $"'{path}' names no version, rounds or eras.");
        }
        catch (Exception error) when (error is IOException or JsonException)
        {
            throw new DataFormatException(DataErrorCodes.ReleaseDamaged,
                $"'{folder}' is not a release: its calendar '{path}' cannot be read: {error.Message}", error);
        }
    }
}
