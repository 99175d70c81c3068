using Numerai.Scoring.Statistics;

namespace Numerai.Scoring.Tests.LinearAlgebra;

/// <summary>
/// Singular values and left singular vectors by one-sided Jacobi rotations (Hestenes), which find small singular values to nearly
/// full relative accuracy; a cut at a millionth of the largest needs that.
/// </summary>
internal static class JacobiSingularVectors
{
    private const double Tolerance = 5e-15;
    private const int SweepLimit = 60;

    /// <summary>The left singular vectors, strongest first, whose singular value exceeds the cut times the largest.</summary>
    /// <param name="rows">The matrix by rows, r of equal length k with r at most k or so; overwritten.</param>
    /// <param name="relativeCut">Share of the largest singular value.</param>
    /// <returns>Vectors of length r.</returns>
    public static double[][] LeftVectorsAbove(double[][] rows, double relativeCut)
    {
        // Rotating rows until they are orthogonal leaves singular value times right vector in each row; the rotations
        // themselves, gathered from the identity, are the left vectors.
        double[][] rotations = Identity(rows.Length);
        for (int sweep = 0; sweep < SweepLimit && RotateAllPairs(rows, rotations); sweep++)
        {
        }

        double[] singular = [.. rows.Select(row => Math.Sqrt(FixedLanes.Dot(row, row)))];
        double cut = relativeCut * singular.Max();
        return [.. Enumerable.Range(0, rows.Length)
            .Where(index => singular[index] > cut)
            .OrderByDescending(index => singular[index])
            .Select(index => rotations[index])];
    }

    private static double[][] Identity(int size)
    {
        double[][] identity = new double[size][];
        for (int index = 0; index < size; index++)
        {
            identity[index] = new double[size];
            identity[index][index] = 1;
        }

        return identity;
    }

    private static bool RotateAllPairs(double[][] rows, double[][] rotations)
    {
        bool rotated = false;
        for (int first = 0; first < rows.Length - 1; first++)
        {
            for (int second = first + 1; second < rows.Length; second++)
            {
                rotated |= RotatePair(rows[first], rows[second], rotations[first], rotations[second]);
            }
        }

        return rotated;
    }

    private static bool RotatePair(double[] first, double[] second, double[] firstRotation, double[] secondRotation)
    {
        double product = FixedLanes.Dot(first, second);
        double firstSquares = FixedLanes.Dot(first, first);
        double secondSquares = FixedLanes.Dot(second, second);
        if (Math.Abs(product) <= Tolerance * Math.Sqrt(firstSquares * secondSquares) || product == 0)
        {
            return false;
        }

        double zeta = (secondSquares - firstSquares) / (2 * product);
        double tangent = (zeta >= 0 ? 1 : -1) / (Math.Abs(zeta) + Math.Sqrt(1 + (zeta * zeta)));
        double cosine = 1 / Math.Sqrt(1 + (tangent * tangent));
        Rotate(first, second, cosine, cosine * tangent);
        Rotate(firstRotation, secondRotation, cosine, cosine * tangent);
        return true;
    }

    private static void Rotate(double[] first, double[] second, double cosine, double sine)
    {
        for (int index = 0; index < first.Length; index++)
        {
            double x = first[index];
            double y = second[index];
            first[index] = (cosine * x) - (sine * y);
            second[index] = (sine * x) + (cosine * y);
        }
    }
}
