namespace Numerai.Data.Attacks;

/// <summary>
/// The whole way from a published era to names, for an attacker who knows its date: tell the columns by their correlation profiles, then
/// each row by the nearest security in raw features. Values are folded around the middle, so unknown signs do not matter.
/// </summary>
internal static class IdentityAttack
{
    /// <param name="open">Raw features of the era from public prices.</param>
    /// <param name="published">The era as released.</param>
    /// <param name="match">Raw feature believed to be behind each published column.</param>
    public static double ByProfiles(AttackEra open, AttackEra published, int[] match) =>
        Match(open, published, Array.ConvertAll(match, feature => open.Columns[feature]), published.Columns);

    /// <summary>
    /// The same with principal components in place of columns, against rotations: the i-th strongest of the published features is taken for
    /// the i-th strongest of the raw ones.
    /// </summary>
    /// <param name="open">Raw features of the era from public prices.</param>
    /// <param name="published">The era as released.</param>
    /// <param name="raw">Components of the raw features over many eras.</param>
    /// <param name="seen">Components of the published features over many eras.</param>
    public static double ByComponents(AttackEra open, AttackEra published, PrincipalComponents raw, PrincipalComponents seen) =>
        Match(open, published, raw.Project(open.Columns), seen.Project(published.Columns));

    private static double Match(AttackEra open, AttackEra published, double[][] raw, double[][] columns)
    {
        var known = Array.ConvertAll(raw, Folded);
        var seen = Array.ConvertAll(columns, Folded);
        var nearest = RowMatching.Nearest(known, seen);
        return Enumerable.Range(0, published.RowCount).Count(row =>
            open.Securities[nearest[row]] == published.Securities[row]) / (double)published.RowCount;
    }

    /// <summary>Distance from the middle as a rank in 0..1, so that bins and continuous values compare.</summary>
    private static double[] Folded(double[] values)
    {
        var folded = Array.ConvertAll(values, Math.Abs);
        var ranks = new double[folded.Length];
        Scoring.Ranking.Ranks.TieKept(folded, ranks);
        return ranks;
    }
}
