using Numerai.Scoring.Statistics;

namespace Numerai.Scoring.LinearAlgebra;

/// <summary>
/// Builds an orthonormal basis column by column, subtracting the earlier directions twice so that it is orthonormal to the
/// last bits even for nearly dependent columns, and keeps the triangular factor from which the singular values follow.
/// Exact and patient, for any matrix however dependent its columns.
/// </summary>
internal sealed class GramSchmidt(int rows, int capacity)
{
    // What remains of a column below this share of its length is the rounding of the subtraction.
    private const double Noise = 1e-14;

    private readonly List<double[]> directions = [];
    private readonly List<double[]> coefficients = [];
    private readonly List<int> independent = [];
    private readonly int capacity = capacity;

    /// <summary>Adds a column; a dependent one adds no direction, only its coefficients on the earlier ones.</summary>
    public void Append(ReadOnlySpan<double> column)
    {
        double[] remainder = column.ToArray();
        double[] loading = new double[Math.Min(capacity, directions.Count + 1)];
        double length = Math.Sqrt(FixedLanes.Dot(column, column));
        for (int pass = 0; pass < 2; pass++)
        {
            for (int index = 0; index < directions.Count; index++)
            {
                double share = FixedLanes.Dot(directions[index], remainder);
                loading[index] += share;
                FixedLanes.AddScaled(directions[index], -share, remainder);
            }
        }

        double left = Math.Sqrt(FixedLanes.Dot(remainder, remainder));
        if (directions.Count < rows && left > Noise * length)
        {
            loading[directions.Count] = left;
            Scale(remainder, 1 / left);
            Reorthogonalize(remainder);
            directions.Add(remainder);
            independent.Add(coefficients.Count);
        }

        coefficients.Add(loading);
    }

    /// <summary>The directions whose singular value exceeds <paramref name="relativeCut"/> times the largest.</summary>
    public OrthonormalBasis ToBasis(double relativeCut)
    {
        int rank = directions.Count;
        if (rank == 0 || AllClearlyAbove(relativeCut))
        {
            PanelMatrix all = new(rows, rank);
            for (int index = 0; index < rank; index++)
            {
                all.SetColumn(index, directions[index]);
            }

            return new OrthonormalBasis(all, rank);
        }

        double[][] combinations = JacobiSingularVectors.LeftVectorsAbove(TriangularRows(), relativeCut);
        PanelMatrix kept = new(rows, combinations.Length);
        double[] direction = new double[rows];
        for (int index = 0; index < combinations.Length; index++)
        {
            direction.AsSpan().Clear();
            for (int part = 0; part < rank; part++)
            {
                FixedLanes.AddScaled(directions[part], combinations[index][part], direction);
            }

            kept.SetColumn(index, direction);
        }

        return new OrthonormalBasis(kept, combinations.Length);
    }

    private static void Scale(Span<double> values, double factor)
    {
        foreach (ref double value in values)
        {
            value *= factor;
        }
    }

    // A remainder that lost almost all of its length carries the rounding of the first two subtractions, magnified by the scaling.
    private void Reorthogonalize(double[] direction)
    {
        foreach (double[] earlier in directions)
        {
            FixedLanes.AddScaled(earlier, -FixedLanes.Dot(earlier, direction), direction);
        }

        Scale(direction, 1 / Math.Sqrt(FixedLanes.Dot(direction, direction)));
    }

    /// <summary>
    /// Whether a bound shows every singular value to lie ten times above the cut: the smallest is at least the inverse of the
    /// independent columns' inverse norm, the largest at most the norm of everything.
    /// </summary>
    private bool AllClearlyAbove(double relativeCut)
    {
        int rank = directions.Count;
        double inverseSquares = 0;
        double[] solution = new double[rank];
        for (int unit = 0; unit < rank; unit++)
        {
            for (int row = unit; row >= 0; row--)
            {
                double value = row == unit ? 1 : 0;
                for (int later = row + 1; later <= unit; later++)
                {
                    value -= coefficients[independent[later]][row] * solution[later];
                }

                solution[row] = value / coefficients[independent[row]][row];
                inverseSquares += solution[row] * solution[row];
            }
        }

        double squares = coefficients.Sum(loading => FixedLanes.Dot(loading, loading));
        return 1 / Math.Sqrt(inverseSquares * squares) > 10 * relativeCut;
    }

    private double[][] TriangularRows()
    {
        double[][] triangular = new double[directions.Count][];
        for (int row = 0; row < triangular.Length; row++)
        {
            triangular[row] = new double[coefficients.Count];
            for (int column = 0; column < coefficients.Count; column++)
            {
                double[] loading = coefficients[column];
                triangular[row][column] = row < loading.Length ? loading[row] : 0;
            }
        }

        return triangular;
    }
}
