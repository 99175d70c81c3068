using Numerai.Scoring.Statistics;

namespace Numerai.Scoring.LinearAlgebra;

/// <summary>
/// Reduces a tall matrix T to an upper bidiagonal B by reflections from both sides (Householder), <c>T = U B V'</c>, and makes V' from
/// those of the right. The matrix passes through memory twice per column, and the result does not depend on the number of threads.
/// </summary>
internal sealed class Bidiagonalization
{
    private const int RowsPerTask = 32;
    private const int ColumnsPerTask = 256;
    private const int VectorsPerTask = 64;
    private const int WorthSharing = 1 << 16;

    private readonly double[] matrix;
    private readonly int rows;
    private readonly int columns;
    private readonly int threads;
    private readonly double[] rightScales;

    /// <summary>Reduces a matrix, which is overwritten.</summary>
    /// <param name="matrix">By rows.</param>
    /// <param name="rows">At least as many as columns.</param>
    /// <param name="columns">At least 1.</param>
    /// <param name="threads">Threads to use at once.</param>
    public Bidiagonalization(double[] matrix, int rows, int columns, int threads)
    {
        this.matrix = matrix;
        this.rows = rows;
        this.columns = columns;
        this.threads = threads;
        rightScales = new double[columns];
        Diagonal = new double[columns];
        Above = new double[columns];
        Reduce();
    }

    public double[] Diagonal { get; }

    /// <summary>The elements right of the diagonal; the last is 0.</summary>
    public double[] Above { get; }

    /// <summary>V', by rows: row i belongs to column i of B.</summary>
    public double[] RightVectors()
    {
        double[] vectors = new double[columns * columns];
        int tasks = ((columns - 1) / VectorsPerTask) + 1;
        Parallel.For(0, tasks, new ParallelOptions { MaxDegreeOfParallelism = threads }, task =>
        {
            int first = task * VectorsPerTask;
            int width = Math.Min(VectorsPerTask, columns - first);
            double[] sums = new double[width];
            for (int index = 0; index < width; index++)
            {
                vectors[((first + index) * columns) + first + index] = 1;
            }

            for (int step = 0; step < columns - 1; step++)
            {
                sums.AsSpan().Clear();
                for (int row = step + 1; row < columns; row++)
                {
                    FixedLanes.AddScaled(vectors.AsSpan((row * columns) + first, width), matrix[(step * columns) + row], sums);
                }

                for (int row = step + 1; row < columns; row++)
                {
                    FixedLanes.AddScaled(
                        sums, -rightScales[step] * matrix[(step * columns) + row], vectors.AsSpan((row * columns) + first, width));
                }
            }
        });
        return vectors;
    }

    /// <summary>
    /// Replaces x by v with <c>(I - scale v v') x = (value, 0, ..)</c>.
    /// </summary>
    private static (double Scale, double Value) Reflect(Span<double> vector)
    {
        double length = Math.Sqrt(FixedLanes.Dot(vector, vector));
        if (length == 0)
        {
            return (0, 0);
        }

        double value = vector[0] > 0 ? -length : length;
        vector[0] -= value;
        return (2 / FixedLanes.Dot(vector, vector), value);
    }

    private void Reduce()
    {
        double[] column = new double[rows];
        double[] shares = new double[columns];
        double[] products = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            column[row] = matrix[row * columns];
        }

        (double leftScale, Diagonal[0]) = Reflect(column);
        UpdateColumns(0, 0, products, 0, column, shares);
        for (int step = 0; step < columns - 1; step++)
        {
            // The row of this step is final after the reflection from the left; its own, from the right, takes its place.
            Span<double> right = matrix.AsSpan((step * columns) + step + 1, columns - step - 1);
            FixedLanes.AddScaled(shares.AsSpan(step + 1), -leftScale * column[step], right);
            (rightScales[step], Above[step]) = Reflect(right);
            UpdateRows(step, leftScale, column, shares, products);

            column[step] = 0;
            for (int row = step + 1; row < rows; row++)
            {
                column[row] = double.FusedMultiplyAdd(-rightScales[step] * products[row], right[0], matrix[(row * columns) + step + 1]);
            }

            (leftScale, Diagonal[step + 1]) = Reflect(column.AsSpan(step + 1));
            UpdateColumns(step + 1, step, products, rightScales[step], column, shares);
        }
    }

    /// <summary>
    /// Applies a step's reflection from the left to the rows below, and takes their products with the one from the right.
    /// </summary>
    private void UpdateRows(int step, double scale, double[] left, double[] shares, double[] products)
    {
        int first = step + 1;
        Share(rows - first, RowsPerTask, columns - first, (from, count) =>
        {
            ReadOnlySpan<double> right = matrix.AsSpan((step * columns) + first, columns - first);
            for (int row = first + from; row < first + from + count; row++)
            {
                Span<double> own = matrix.AsSpan((row * columns) + first, columns - first);
                FixedLanes.AddScaled(shares.AsSpan(first), -scale * left[row], own);
                products[row] = FixedLanes.Dot(own, right);
            }
        });
    }

    /// <summary>
    /// Applies a step's reflection from the right to the columns beyond the next, and takes their products with the next one from the left.
    /// </summary>
    private void UpdateColumns(int next, int step, double[] products, double scale, double[] left, double[] shares)
    {
        int first = next + 1;
        Share(columns - first, ColumnsPerTask, rows - next, (from, count) =>
        {
            Span<double> sums = shares.AsSpan(first + from, count);
            sums.Clear();
            ReadOnlySpan<double> right = matrix.AsSpan((step * columns) + first + from, count);
            for (int row = next; row < rows; row++)
            {
                Span<double> own = matrix.AsSpan((row * columns) + first + from, count);
                if (scale != 0)
                {
                    FixedLanes.AddScaled(right, -scale * products[row], own);
                }

                FixedLanes.AddScaled(own, left[row], sums);
            }
        });
    }

    private void Share(int length, int perTask, int depth, Action<int, int> work)
    {
        int tasks = (length + perTask - 1) / perTask;
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = (long)length * depth < WorthSharing ? 1 : threads };
        Parallel.For(0, tasks, parallel, task => work(task * perTask, Math.Min(perTask, length - (task * perTask))));
    }
}
