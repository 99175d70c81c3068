using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Numerai.Contracts;

/// <summary>Times leave as UTC with a Z and no fraction, the one form that every client reads and that sorts as text.</summary>
public sealed class UtcTimeJsonConverter : JsonConverter<DateTimeOffset>
{
    public const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String
            && reader.GetString() is { } text
            && HasOffset(text)
            && reader.TryGetDateTimeOffset(out var time))
        {
            return time.ToUniversalTime();
        }

        throw new JsonException("a time has a date, a time of day and an offset, such as 2026-01-02T03:04:05Z.");
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Text(value));

    /// <summary>Without an offset the reader would assume the server's own time zone.</summary>
    private static bool HasOffset(string text) =>
        text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal);
}
