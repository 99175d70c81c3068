using System.Globalization;

namespace Numerai.Tournament.Ledger;

/// <summary>The text of times that are hashed: UTC with all seven decimals of the second, yyyy-MM-ddTHH:mm:ss.fffffffZ.</summary>
public static class LedgerTime
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Reads exactly what <see cref="Write"/> writes.</summary>
    public static bool TryRead(string? text, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);
}
