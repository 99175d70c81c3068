using MathNet.Numerics.LinearAlgebra;

namespace Numerai.Data.Attacks;

/// <summary>Correlations of the columns of an era, and what can be told from them without knowing names, order or signs.</summary>
internal static class CorrelationMatrix
{
    private const int HighestPower = 6;

    public static double[][] Of(double[][] columns)
    {
        var scaled = Array.ConvertAll(columns, Standardized);
        var matrix = Matrix<double>.Build.DenseOfColumnArrays(scaled);
        return matrix.TransposeThisAndMultiply(matrix).ToRowArrays();
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
        var matrix = Matrix<double>.Build.DenseOfRowArrays(Of(columns));
        var power = matrix;
        var moments = new double[HighestPower - 1];
        for (var k = 2; k <= HighestPower; k++)
        {
            power *= matrix;
            moments[k - 2] = Math.Pow(power.Trace() / matrix.RowCount, 1.0 / k);
        }

        return moments;
    }

    private static double[] Standardized(double[] x)
    {
        var mean = x.Average();
        var length = Math.Sqrt(x.Sum(v => (v - mean) * (v - mean)));
        return Array.ConvertAll(x, v => length > 0 ? (v - mean) / length : 0);
    }
}
