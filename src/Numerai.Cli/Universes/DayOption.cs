using System.CommandLine;
using System.Globalization;

namespace Numerai.Cli.Universes;

/// <summary>How commands are told a day and its tournament.</summary>
internal static class DayOption
{
    public const int Signals = 11;

    public static Argument<DateOnly> Date() => new("date")
    {
        Description = "The day, such as 2026-01-09.",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                return date;
            }

            result.AddError($"'{result.Tokens[0].Value}' is not a day; write it as 2026-01-09.");
            return default;
        },
    };

    public static Option<int> Tournament() => new("--tournament", "-t")
    {
        Description = "11 Signals, 12 Crypto.",
        DefaultValueFactory = _ => Signals,
    };
}
