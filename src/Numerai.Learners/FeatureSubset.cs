namespace Numerai.Learners;

/// <summary>A seeded choice of columns.</summary>
internal static class FeatureSubset
{
    /// <returns>Places of the chosen columns, ascending; at least one.</returns>
    public static int[] Choose(int columns, double share, int seed)
    {
        if (share is not (> 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "The share of features must be above 0 and at most 1.");
        }

        var all = Enumerable.Range(0, columns).ToArray();
        if (share < 1)
        {
            new Random(seed).Shuffle(all);
        }

        return [.. all.Take(Math.Max(1, (int)Math.Round(columns * share))).Order()];
    }
}
