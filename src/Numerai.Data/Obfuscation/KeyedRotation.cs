namespace Numerai.Data.Obfuscation;

/// <summary>A random orthogonal matrix (normal numbers, orthonormalised), uniform over all rotations and reflections.</summary>
internal static class KeyedRotation
{
    /// <returns>Rows of the matrix, each a unit vector at right angles to the others.</returns>
    public static double[][] Create(KeyedStream stream, int size)
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
