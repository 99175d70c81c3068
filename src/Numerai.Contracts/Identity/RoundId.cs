using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Numerai.Contracts;

/// <summary>One round of one tournament; the text form "8/123" is also the key of its actor.</summary>
[JsonConverter(typeof(Converter))]
public readonly record struct RoundId(TournamentId Tournament, int Number) : IComparable<RoundId>
{
    public int CompareTo(RoundId other)
    {
        var byTournament = Tournament.CompareTo(other.Tournament);
        return byTournament != 0 ? byTournament : Number.CompareTo(other.Number);
    }

    public override string ToString() => $"{Tournament.Number}/{Number}";

    public static RoundId Parse(string text) => TryParse(text, out var round)
        ? round
        : throw new FormatException($"'{text}' is not a round: expected TOURNAMENT/NUMBER, such as 8/123.");

    /// <inheritdoc cref="Parse"/>
    public static bool TryParse(string text, out RoundId round)
    {
        var parts = text.Split('/');
        var number = 0;
        var understood = int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var tournament)
            && parts.Length == 2
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out number);
        round = understood ? new RoundId(new TournamentId(tournament), number) : default;
        return understood;
    }

    private sealed class Converter : JsonConverter<RoundId>
    {
        public override RoundId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Read(reader.GetString());

        public override void Write(Utf8JsonWriter writer, RoundId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());

        public override RoundId ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Read(reader.GetString());

        public override void WriteAsPropertyName(Utf8JsonWriter writer, RoundId value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value.ToString());

        private static RoundId Read(string? text) => TryParse(text ?? string.Empty, out var round)
            ? round
            : throw new JsonException($"'{text}' is not a round such as 8/123.");
    }
}
