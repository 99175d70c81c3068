using System.CommandLine;
using System.Globalization;
using Numerai.Data.Signals;
using Numerai.Tournament.Rounds.Presets;

namespace Numerai.Cli.Universes;

/// <summary>How commands are told a day and its tournament.</summary>
internal static class DayOption
{
    /// <summary>Those whose files of a day are made here.</summary>
    private static readonly TournamentPreset[] _made = [.. Tournaments.All.Where(preset => preset.Days is not null)];

    private static readonly string _listed =
        string.Join(", ", Tournaments.All.Where(preset => preset.KeepsIds).Select(preset => $"{preset.Id} {preset.Name}"));

    public static Argument<DateOnly> Date() => new("date")
    {
        Description = "The day, such as 2026-01-09.",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
                out var date))
            {
                return date;
            }

            result.AddError($"'{result.Tokens[0].Value}' is not a day; write it as 2026-01-09.");
            return default;
        },
    };

    public static Option<int> Tournament() => new("--tournament", "-t")
    {
        Description = $"{_listed}.",
        DefaultValueFactory = _ => Tournaments.DefaultOfDays.Id.Number,
    };

    /// <summary>The option of commands that make files.</summary>
    public static Option<int> TournamentOfFiles()
    {
        var option = Tournament();
        option.AcceptOnlyFromAmong([.. _made.Select(preset => preset.Id.ToString())]);
        return option;
    }

    /// <summary>How the files are made that an option of <see cref="TournamentOfFiles"/> asks for.</summary>
    public static DailyReleaseOptions FilesOf(int tournament) => _made.First(preset => preset.Id.Number == tournament).Days!;
}
