namespace Numerai.Data.Attacks;

/// <summary>Tries to find a security of one era again in another.</summary>
internal static class LinkAttacks
{
    /// <summary>By an equal id.</summary>
    public static double ById(AttackEra first, AttackEra second)
    {
        var known = first.Ids.ToHashSet(StringComparer.Ordinal);
        return Share(second, row => known.Contains(second.Ids[row]));
    }

    /// <summary>By an equal place, as a share of the era's length.</summary>
    public static double ByRowOrder(AttackEra first, AttackEra second) =>
        Share(second, row => first.Securities[Math.Min(first.RowCount - 1,
            row * first.RowCount / second.RowCount)] == second.Securities[row]);

    /// <summary>By the smallest absolute distance over all features, among the rows of the first era. Rows new in the second era count as
    /// misses.</summary>
    public static double ByNeighbour(AttackEra first, AttackEra second)
    {
        var nearest = RowMatching.Nearest(first.Columns, second.Columns);
        return Share(second, row => first.Securities[nearest[row]] == second.Securities[row]);
    }

    private static double Share(AttackEra era, Func<int, bool> hit) => Enumerable.Range(0, era.RowCount).Count(hit) / (double)era.RowCount;
}
