namespace Numerai.Data.Attacks;

/// <summary>Correlations of the columns of an era, and what can be told from them without knowing names, order or signs.</summary>
internal static class CorrelationMatrix
{
    private const int HighestPower = 6;

    public static double[][] Of(double[][] columns)
    {
        var scaled = Array.ConvertAll(columns, Standardized);
        return Array.ConvertAll(scaled, x => Array.ConvertAll(scaled, y => Dot(x, y)));
    }

    /// <summary>Mean matrix of several eras.</summary>
    public static double[][] Mean(IEnumerable<AttackEra> eras)
    {
        var all = eras.Select(era => Of(era.Columns)).ToList();
        return Enumerable.Range(0, all[0].Length).Select(i => Enumerable.Range(0, all[0].Length).Select(j => all.Average(m => m[i][j]))
            .ToArray()).ToArray();
    }

    /// <summary>Traces of the matrix's powers 2 to 6, each as a root over the size: the same however the columns are permuted, flipped or
    /// rotated.</summary>
    public static double[] SpectralMoments(double[][] columns)
    {
        var matrix = Of(columns);
        var power = matrix;
        var moments = new double[HighestPower - 1];
        for (var k = 2; k <= HighestPower; k++)
        {
            power = Multiply(power, matrix);
            moments[k - 2] = Math.Pow(Enumerable.Range(0, matrix.Length).Sum(i => power[i][i]) / matrix.Length, 1.0 / k);
        }

        return moments;
    }

    private static double[] Standardized(double[] x)
    {
        var mean = x.Average();
        var length = Math.Sqrt(x.Sum(v => (v - mean) * (v - mean)));
        return Array.ConvertAll(x, v => length > 0 ? (v - mean) / length : 0);
    }

    private static double[][] Multiply(double[][] a, double[][] b) => Array.ConvertAll(a, row =>
    {
        var product = new double[row.Length];
        for (var k = 0; k < row.Length; k++)
        {
            for (var j = 0; j < product.Length; j++)
            {
                product[j] += row[k] * b[k][j];
            }
        }

        return product;
    });

    private static double Dot(double[] x, double[] y)
    {
        double sum = 0;
        for (var i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }
}
