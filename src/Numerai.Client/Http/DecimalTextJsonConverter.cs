using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Numerai.Client.Http;

/// <summary>Exact decimals (payout factors, multipliers, paying scores) travel as strings, for the same reason as amounts.</summary>
internal sealed class DecimalTextJsonConverter : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number ? reader.GetDecimal()
        : decimal.TryParse(reader.GetString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value
        : throw new JsonException("Expected a decimal number as a string.");

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
}
