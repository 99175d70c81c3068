using System.Text.Json;

namespace Numerai.Client.Datasets;

/// <summary>What <c>features.json</c> of a release names: sets of features, and the targets, the main one first.</summary>
public sealed class FeatureSets
{
    private const int LargestFile = 64 << 20;

    private FeatureSets(IReadOnlyDictionary<string, IReadOnlyList<string>> sets, IReadOnlyList<string> targets) =>
        (Sets, Targets) = (sets, targets);

    /// <summary>Features by the name of their set, such as "small", "medium" and "all".</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Sets { get; }

    /// <summary>Target columns; empty where the file names none.</summary>
    public IReadOnlyList<string> Targets { get; }

    /// <summary>Reads a file on disk.</summary>
    /// <exception cref="DatasetException">file_unreadable, features_invalid.</exception>
    public static async Task<FeatureSets> LoadAsync(string path, CancellationToken cancellation = default)
    {
        try
        {
            var file = new FileInfo(path);
            if (file.Length > LargestFile)
            {
                throw new DatasetException(
                    DatasetException.FeaturesInvalid, $"File '{path}' has {file.Length:N0} bytes; at most {LargestFile:N0} are read.");
            }

            return Parse(await File.ReadAllBytesAsync(path, cancellation).ConfigureAwait(false), path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException(DatasetException.Unreadable, $"File '{path}' cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary>The features of a set.</summary>
    /// <exception cref="DatasetException">feature_set_not_found, with the sets there are.</exception>
    public IReadOnlyList<string> Of(string set) => Sets.TryGetValue(set, out var features) ? features : throw new DatasetException(
        DatasetException.FeatureSetNotFound,
        $"There is no feature set '{set}'; there are {string.Join(", ", Sets.Keys.Select(name => $"'{name}'"))}.");

    private static FeatureSets Parse(ReadOnlyMemory<byte> json, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var sets = document.RootElement.GetProperty("feature_sets").EnumerateObject()
                .ToDictionary(set => set.Name, set => Names(set.Value), StringComparer.Ordinal);
            var targets = document.RootElement.TryGetProperty("targets", out var listed) ? Names(listed) : [];
            return new FeatureSets(sets, targets);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new DatasetException(
                DatasetException.FeaturesInvalid,
                $"File '{name}' is no features.json: it needs feature_sets, lists of names by the name of the set.",
                fault);
        }
    }

    private static IReadOnlyList<string> Names(JsonElement list) =>
        [.. list.EnumerateArray().Select(name => name.GetString() ?? throw new JsonException("A name is null."))];
}
