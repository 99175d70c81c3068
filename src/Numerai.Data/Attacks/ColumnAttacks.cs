using Numerai.Scoring.LinearAlgebra;

namespace Numerai.Data.Attacks;

/// <summary>Tries to tell what a published column is, with public data at hand.</summary>
internal static class ColumnAttacks
{
    /// <summary>
    /// Worst case: the attacker knows which security every row is and computes the raw features from public prices. Mean over raw features
    /// of the highest absolute correlation with any published column.
    /// </summary>
    public static double BestCorrelation(IReadOnlyList<AttackEra> open, IReadOnlyList<AttackEra> published)
    {
        var raw = Stack(open, open);
        var seen = Stack(published, open);
        var matrix = CorrelationMatrix.Of([.. raw, .. seen]);
        return Enumerable.Range(0, raw.Length).Average(f => Enumerable.Range(raw.Length, seen.Length).Max(c => Math.Abs(matrix[f][c])));
    }

    /// <summary>The same attacker regresses each raw feature on all published columns: mean share of variance explained.</summary>
    public static double Regression(IReadOnlyList<AttackEra> open, IReadOnlyList<AttackEra> published)
    {
        var raw = Stack(open, open);
        var seen = Stack(published, open);
        var rows = seen[0].Length;
        var basis = OrthonormalBasis.Of(new ColumnMatrix(rows, seen.Length, seen.SelectMany(column => column).ToArray()),
            withConstant: true);
        return raw.Average(feature =>
        {
            var residual = (double[])feature.Clone();
            basis.Neutralize(residual);
            return 1 - (residual.Sum(v => v * v) / feature.Sum(v => v * v));
        });
    }

    /// <summary>
    /// Without any identity: columns are told apart by how strongly they correlate with all others, sorted, which needs neither names nor
    /// signs. Returns, for each published column, the raw feature whose profile is nearest, each raw feature given once.
    /// </summary>
    public static int[] ByProfile(double[][] raw, double[][] published)
    {
        var known = Array.ConvertAll(raw, Profile);
        var pairs = published.SelectMany((row, column) =>
                known.Select((profile, feature) => (column, feature, distance: Distance(Profile(row), profile))))
            .OrderBy(pair => pair.distance).ToList();
        var match = new int[published.Length];
        match.AsSpan().Fill(-1);
        var taken = new HashSet<int>();
        foreach (var (column, feature, _) in pairs)
        {
            if (match[column] < 0 && taken.Add(feature))
            {
                match[column] = feature;
            }
        }

        return match;
    }

    private static double[] Profile(double[] correlations) => [.. correlations.Select(Math.Abs).Order()];

    private static double Distance(double[] x, double[] y) => x.Zip(y, (a, b) => (a - b) * (a - b)).Sum();

    /// <summary>Columns of several eras one below the other, rows in the order of the securities of <paramref name="order"/>.</summary>
    private static double[][] Stack(IReadOnlyList<AttackEra> eras, IReadOnlyList<AttackEra> order)
    {
        var rows = eras.Select((era, e) => order[e].Securities.Select(s => Array.IndexOf(era.Securities, s)).ToArray()).ToList();
        return Enumerable.Range(0, eras[0].Columns.Length).Select(c => eras.SelectMany((era, e) => rows[e].Select(row =>
            era.Columns[c][row])).ToArray()).ToArray();
    }
}
