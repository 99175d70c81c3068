using Numerai.Scoring.Statistics;

namespace Numerai.Data.Signals;

/// <summary>
/// Makes columns orthonormal under sample weights, <c>N' diag(v) N = I</c>, as neutralizers have to be: modified Gram-Schmidt, every column
/// twice over, so that the products stay at the rounding of doubles.
/// </summary>
public static class WeightedBasis
{
    /// <summary>A column of which less than this share of its length is left tells nothing new and is dropped.</summary>
    public const double RelativeCut = 1e-8;

    /// <summary>The orthonormal columns, in the order of the given ones that are independent of those before.</summary>
    /// <param name="columns">Columns of equal length, all finite.</param>
    /// <param name="weights">v, one a row, none negative.</param>
    public static IReadOnlyList<double[]> Of(IEnumerable<double[]> columns, double[] weights)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var basis = new List<double[]>();
        var weighted = new double[weights.Length];
        foreach (var column in columns)
        {
            var left = (double[])column.Clone();
            var before = Length(left);
            for (var pass = 0; pass < 2; pass++)
            {
                foreach (var direction in basis)
                {
                    Weigh(left);
                    FixedLanes.AddScaled(direction, -FixedLanes.Dot(direction, weighted), left);
                }
            }

            var length = Length(left);
            if (length > RelativeCut * before)
            {
                basis.Add(Array.ConvertAll(left, value => value / length));
            }
        }

        return basis;

        void Weigh(double[] values)
        {
            for (var row = 0; row < values.Length; row++)
            {
                weighted[row] = values[row] * weights[row];
            }
        }

        double Length(double[] values)
        {
            Weigh(values);
            return Math.Sqrt(FixedLanes.Dot(values, weighted));
        }
    }
}
