using System.Text.Json;
using System.Text.Json.Serialization;

namespace Numerai.Contracts;

/// <summary>Which tournament, by the number that participants' clients use. Those named here are for their presets and for tests.</summary>
[JsonConverter(typeof(Converter))]
public readonly record struct TournamentId(int Number) : IComparable<TournamentId>
{
    public static TournamentId Classic => new(8);

    public static TournamentId Signals => new(11);

    public static TournamentId Crypto => new(12);

    public int CompareTo(TournamentId other) => Number.CompareTo(other.Number);

    public override string ToString() => Number.ToString();

    private sealed class Converter : JsonConverter<TournamentId>
    {
        public override TournamentId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetInt32());

        public override void Write(Utf8JsonWriter writer, TournamentId value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.Number);
    }
}
