using System.Text.Json;

namespace Numerai.Tournament.Ports;

/// <summary>The one JSON form of states, events and stored objects: camel case, no white space, nulls left out.</summary>
public static class StoredJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    public static T Read<T>(ReadOnlySpan<byte> content) =>
        JsonSerializer.Deserialize<T>(content, Options) ?? throw new InvalidDataException($"A stored {typeof(T).Name} is the JSON null.");
}
