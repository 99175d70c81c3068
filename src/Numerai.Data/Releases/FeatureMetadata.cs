using System.Text.Json;
using System.Text.Json.Serialization;

namespace Numerai.Data.Releases;

/// <summary>Content of <c>features.json</c>.</summary>
/// <param name="FeatureStats">Statistics of each feature over the training eras.</param>
/// <param name="FeatureSets">Named lists of features: <c>small</c>, <c>medium</c>, <c>all</c>.</param>
/// <param name="Targets">Target columns, the main one first.</param>
public sealed record FeatureMetadata(
    [property: JsonPropertyName("feature_stats")] IReadOnlyDictionary<string, FeatureStatistics> FeatureStats,
    [property: JsonPropertyName("feature_sets")] IReadOnlyDictionary<string, IReadOnlyList<string>> FeatureSets,
    [property: JsonPropertyName("targets")] IReadOnlyList<string> Targets)
{
    /// <summary>Reads a <c>features.json</c>.</summary>
    /// <exception cref="DataFormatException"><c>release_damaged</c>.</exception>
    public static FeatureMetadata Load(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<FeatureMetadata>(
                File.ReadAllBytes(path), ReleaseJson.Options) is { FeatureSets: not null } metadata
                ? metadata
                : throw new DataFormatException(DataErrorCodes.ReleaseDamaged, $"'{path}' has no feature sets.");
        }
        catch (Exception error) when (error is IOException or JsonException)
        {
            throw new DataFormatException(DataErrorCodes.ReleaseDamaged, $"'{path}' cannot be read: {error.Message}", error);
        }
    }
}
