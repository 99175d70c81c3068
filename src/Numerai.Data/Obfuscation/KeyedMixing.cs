namespace Numerai.Data.Obfuscation;

/// <summary>
/// The secret mixing of a group of features: each is stretched by a keyed factor, then all are turned by a keyed rotation. The rotation
/// alone would leave the group's principal components as they were, and those give rows away; the stretching moves them.
/// </summary>
internal static class KeyedMixing
{
    private const double StretchDeviation = 0.7;

    /// <returns>Rows of the matrix, one a published column, each of length 1.</returns>
    public static double[][] Create(KeyedStream stream, int size)
    {
        var stretch = Enumerable.Range(0, size).Select(_ => Math.Exp(StretchDeviation * stream.Normal())).ToArray();
        return Array.ConvertAll(Rotation(stream, size), row =>
        {
            var mixed = row.Zip(stretch, (weight, factor) => weight * factor).ToArray();
            var length = Math.Sqrt(Dot(mixed, mixed));
            return Array.ConvertAll(mixed, weight => weight / length);
        });
    }

    /// <summary>A random orthogonal matrix (normal numbers, orthonormalised), uniform over all rotations and reflections.</summary>
    internal static double[][] Rotation(KeyedStream stream, int size)
    {
        var rows = new double[size][];
        for (var i = 0; i < size; i++)
        {
            rows[i] = Enumerable.Range(0, size).Select(_ => stream.Normal()).ToArray();

            // Twice is enough: the second pass takes off what rounding left of the first.
            for (var pass = 0; pass < 2; pass++)
            {
                for (var j = 0; j < i; j++)
                {
                    Subtract(rows[i], rows[j], Dot(rows[i], rows[j]));
                }
            }

            var length = Math.Sqrt(Dot(rows[i], rows[i]));
            rows[i] = Array.ConvertAll(rows[i], v => v / length);
        }

        return rows;
    }

    private static double Dot(double[] x, double[] y)
    {
        double sum = 0;
        for (var i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }

    private static void Subtract(double[] x, double[] y, double factor)
    {
        for (var i = 0; i < x.Length; i++)
        {
            x[i] -= factor * y[i];
        }
    }
}
