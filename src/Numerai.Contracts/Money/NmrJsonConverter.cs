using System.Text.Json;
using System.Text.Json.Serialization;

namespace Numerai.Contracts;

/// <summary>Amounts travel as decimal strings, because a JSON number would pass through binary floating point on the way.</summary>
public sealed class NmrJsonConverter : JsonConverter<Nmr>
{
    public override Nmr Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String && Nmr.TryParse(reader.GetString(), out var value))
        {
            return value;
        }

        throw new JsonException($"An NMR amount is a decimal string with at most {Nmr.Decimals} places, such as \"12.5\".");
    }

    public override void Write(Utf8JsonWriter writer, Nmr value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
