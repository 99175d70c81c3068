using System.Globalization;
using System.Text.Json;

namespace Numerai.Cli.CommandLine;

/// <summary>Values as people read them in tables.</summary>
internal static class Format
{
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Score(double? value) =>
        value is { } score ? score.ToString("+0.0000;-0.0000;0.0000", CultureInfo.InvariantCulture) : "-";

    public static string Share(double? value) => value is { } share ? share.ToString("0.0%", CultureInfo.InvariantCulture) : "-";

    public static string Factor(decimal? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "-";

    /// <summary>A value's name as words: "meta model".</summary>
    public static string Words<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()).Replace('_', ' ');

    public static string Bytes(long bytes) => bytes switch
    {
        >= 1L << 30 => $"{bytes / (double)(1L << 30):0.0} GiB",
        >= 1L << 20 => $"{bytes / (double)(1L << 20):0.0} MiB",
        >= 1L << 10 => $"{bytes / (double)(1L << 10):0.0} KiB",
        _ => $"{bytes} B",
    };
}
