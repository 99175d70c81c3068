using System.Globalization;
using Numerai.Client;

namespace Numerai.Cli.CommandLine;

/// <summary>Lengths of time as people write them: 7d, 12h, 30m.</summary>
internal static class Durations
{
    public static TimeSpan Parse(string text)
    {
        if (text.Length > 1
            && double.TryParse(
                text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number <= 100_000)
        {
            switch (text[^1])
            {
                case 'd':
                    return TimeSpan.FromDays(number);
                case 'h':
                    return TimeSpan.FromHours(number);
                case 'm':
                    return TimeSpan.FromMinutes(number);
            }
        }

        throw new NumeraiApiException(
            "invalid_request", $"'{text}' is not a length of time; write days, hours or minutes such as 7d, 12h or 30m.");
    }
}
