using Numerai.Scoring.Statistics;

namespace Numerai.Scoring.LinearAlgebra;

/// <summary>
/// What undoes the centering and scaling of columns to unit length, kept for a bound on the singular values of the columns as they came.
/// </summary>
/// <param name="rows">The number of rows n.</param>
/// <param name="withConstant">Whether columns are centered, and a column of ones belongs to the matrix.</param>
internal sealed class ColumnScales(int rows, bool withConstant)
{
    // The loss of orthogonality of one pass is about this machine's rounding times the square of the condition.
    private const double Rounding = 1.1e-16;
    private const double AllowedLoss = 1e-13;

    private readonly List<double> means = [];
    private readonly List<double> lengths = [];
    private readonly int constants = withConstant ? 1 : 0;
    private double squares = withConstant ? rows : 0;

    /// <summary>The number of columns kept.</summary>
    public int Count => lengths.Count;

    public double Mean(int index) => means[index];

    public double Length(int index) => lengths[index];

    /// <summary>Counts a column towards the norm of the matrix, whether it is kept or not.</summary>
    public void Weigh(double rawSquares) => squares += rawSquares;

    /// <summary>Keeps a column.</summary>
    public void Add(double mean, double length)
    {
        means.Add(mean);
        lengths.Add(length);
    }

    /// <summary>
    /// Whether the smallest singular value of the original columns, the constant among them, is provably above the share of the largest.
    /// With the scaled columns A = QR, lengths D and means m, the originals with the constant are an orthonormal matrix times
    /// <c>[[sqrt n, sqrt n m'], [0, R D]]</c>; the norm of that one's inverse bounds the smallest, the norm of the originals the largest.
    /// </summary>
    /// <param name="inverse">The inverse of R, by rows.</param>
    /// <param name="share">Of the largest singular value.</param>
    public bool AllClearlyAbove(double[] inverse, double share)
    {
        int size = Count;
        double inverseSquares = constants / (double)rows;
        double[] meanPart = new double[size];
        double[] row = new double[size];
        for (int index = 0; index < size; index++)
        {
            System.Numerics.Tensors.TensorPrimitives.Divide(inverse.AsSpan(index * size, size), lengths[index], row);
            inverseSquares += FixedLanes.Dot(row, row);
            FixedLanes.AddScaled(row, means[index], meanPart);
        }

        inverseSquares += constants * FixedLanes.Dot(meanPart, meanPart);
        return 1 / Math.Sqrt(inverseSquares * squares) > share;
    }

    /// <summary>Whether one multiplication by the inverse factor leaves columns orthonormal but for rounding.</summary>
    /// <param name="inverse">The inverse of R, by rows.</param>
    /// <param name="allowedLoss">How far from orthonormal they may be.</param>
    public bool OnePassIsEnough(double[] inverse, double allowedLoss = AllowedLoss)
    {
        double norm = UpperTriangle.SpectralNorm(inverse, Count);
        return Rounding * norm * norm <= allowedLoss;
    }
}
