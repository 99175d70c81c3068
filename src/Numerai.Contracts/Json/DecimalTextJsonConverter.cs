using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Numerai.Contracts;

/// <summary>Exact decimals (factors, multipliers, paying scores) leave as strings; numbers are read too, digit for digit.</summary>
public sealed class DecimalTextJsonConverter : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var number))
        {
            return number;
        }

        if (reader.TokenType == JsonTokenType.String
            && decimal.TryParse(reader.GetString(), Style, CultureInfo.InvariantCulture, out var parsed))
        {
            return parsed;
        }

        throw new JsonException("a decimal number is expected, as a string such as \"0.75\".");
    }

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Text(value));

    /// <summary>Without the trailing zeros a decimal remembers from its making.</summary>
    public static string Text(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);
}
