using System.Runtime.CompilerServices;
using Numerai.Scoring.Statistics;

namespace Numerai.Scoring.LinearAlgebra;

/// <summary>Upper triangular matrices stored by rows, k by k.</summary>
internal static class UpperTriangle
{
    /// <summary>
    /// Replaces a positive definite matrix by the upper triangular R with <c>R'R</c> equal to it (Cholesky). Only the upper triangle is
    /// read.
    /// </summary>
    /// <param name="matrix">k by k, by rows; its lower triangle is left as it was.</param>
    /// <param name="size">k.</param>
    /// <param name="smallestPivot">A pivot not above this means the matrix is too close to singular.</param>
    /// <returns>False when a pivot was too small; the matrix is then in no useful state.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryFactor(double[] matrix, int size, double smallestPivot)
    {
        for (int step = 0; step < size; step++)
        {
            Span<double> row = matrix.AsSpan((step * size) + step, size - step);
            for (int earlier = 0; earlier < step; earlier++)
            {
                ReadOnlySpan<double> above = matrix.AsSpan((earlier * size) + step, size - step);
                FixedLanes.AddScaled(above, -above[0], row);
            }

            // Written this way round, NaN counts as too small.
            if (!(row[0] > smallestPivot))
            {
                return false;
            }

            double inverse = 1 / Math.Sqrt(row[0]);
            for (int column = 0; column < row.Length; column++)
            {
                row[column] *= inverse;
            }
        }

        return true;
    }

    /// <summary>Replaces an upper triangular matrix by its inverse, upper triangular too, and whatever stood below by zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Invert(double[] triangle, int size)
    {
        double[] factors = new double[size];
        for (int step = size - 1; step >= 0; step--)
        {
            // Later rows are inverted already, and nothing but them and this row's own factors is needed.
            Span<double> row = triangle.AsSpan((step * size) + step, size - step);
            row.CopyTo(factors);
            row.Clear();
            for (int later = step + 1; later < size; later++)
            {
                FixedLanes.AddScaled(triangle.AsSpan((later * size) + later, size - later), -factors[later - step], row[(later - step)..]);
            }

            row[0] = 1;
            double pivot = 1 / factors[0];
            for (int column = 0; column < row.Length; column++)
            {
                row[column] *= pivot;
            }

            triangle.AsSpan(step * size, step).Clear();
        }
    }

    /// <summary>
    /// The largest singular value of an upper triangular matrix, to about a percent, by power iteration from a fixed start.
    /// </summary>
    public static double SpectralNorm(double[] triangle, int size)
    {
        const int iterations = 12;
        double[] vector = new double[size];
        double[] product = new double[size];
        vector.AsSpan().Fill(1 / Math.Sqrt(size));
        double norm = 0;
        for (int iteration = 0; iteration < iterations; iteration++)
        {
            for (int row = 0; row < size; row++)
            {
                product[row] = FixedLanes.Dot(triangle.AsSpan((row * size) + row, size - row), vector.AsSpan(row));
            }

            norm = Math.Sqrt(FixedLanes.Dot(product, product));
            vector.AsSpan().Clear();
            for (int row = 0; row < size; row++)
            {
                FixedLanes.AddScaled(triangle.AsSpan((row * size) + row, size - row), product[row], vector.AsSpan(row));
            }

            double length = Math.Sqrt(FixedLanes.Dot(vector, vector));
            System.Numerics.Tensors.TensorPrimitives.Divide(vector, length, vector);
        }

        return norm;
    }
}
