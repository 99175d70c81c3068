using System.Text.Json;
using System.Text.Json.Serialization;

namespace Numerai.Client.Http;

/// <summary>Amounts travel as decimal strings.</summary>
internal sealed class NmrAmountJsonConverter : JsonConverter<NmrAmount>
{
    public override NmrAmount Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && NmrAmount.TryParse(reader.GetString(), out var value)
            ? value
            : throw new JsonException($"An NMR amount is a decimal string with at most {NmrAmount.Decimals} places.");

    public override void Write(Utf8JsonWriter writer, NmrAmount value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
