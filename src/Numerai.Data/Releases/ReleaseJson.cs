using System.Text.Json;
using System.Text.Json.Serialization;

namespace Numerai.Data.Releases;

/// <summary>How a release writes its JSON files: snake_case, indented, newline as everywhere.</summary>
internal static class ReleaseJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static void Write<T>(string path, T value) =>
        File.WriteAllBytes(path, [.. JsonSerializer.SerializeToUtf8Bytes(value, Options), (byte)'\n']);
}
