using System.Text.Json;
using System.Text.Json.Serialization;

namespace Numerai.Contracts;

/// <summary>Writes an identifier as its UUID text, also where it is the key of a dictionary.</summary>
public sealed class UuidJsonConverter<TId> : JsonConverter<TId>
    where TId : struct, IUuid<TId>
{
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());

    public override TId ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.ToString()!);

    private static TId Parse(string? text) =>
        Guid.TryParseExact(text, "D", out var value)
            ? TId.From(value)
            : throw new JsonException($"'{text}' is not a UUID such as 0f8fad5b-d9cb-869f-a165-70867728950e.");
}
