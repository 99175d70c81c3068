using Numerai.Data.Features;

namespace Numerai.Learners;

/// <summary>Finds a predictor's columns in a block by name. Blocks of one release have the same order, which makes the usual case one
/// comparison a column.</summary>
internal static class ColumnLookup
{
    /// <summary>Places in <paramref name="block"/> of the named columns.</summary>
    /// <param name="block">Block to look in.</param>
    /// <param name="names">Names of the columns wanted.</param>
    /// <param name="places">Where they were in training, tried first.</param>
    public static int[] Find(FeatureBlock block, IReadOnlyList<string> names, ReadOnlySpan<int> places)
    {
        var found = new int[names.Count];
        Dictionary<string, int>? all = null;
        for (var i = 0; i < found.Length; i++)
        {
            if (places[i] < block.ColumnCount && block.Names[places[i]] == names[i])
            {
                found[i] = places[i];
                continue;
            }

            all ??= block.Names.Select((name, place) => (name, place)).ToDictionary(p => p.name, p => p.place, StringComparer.Ordinal);
            found[i] = all.TryGetValue(names[i], out var at)
                ? at
                : throw new ArgumentException($"The features lack column '{names[i]}', which the model was trained on.", nameof(block));
        }

        return found;
    }
}
