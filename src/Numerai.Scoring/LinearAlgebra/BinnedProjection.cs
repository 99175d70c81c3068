using System.Runtime.CompilerServices;
using Numerai.Scoring.Statistics;

namespace Numerai.Scoring.LinearAlgebra;

/// <summary>
/// The projection on binned features X and a constant by their normal equations: <c>x - X (X'X)^-1 X'x</c>, chunk of rows by chunk of rows
/// from one byte per value. No orthonormal basis, eight times as large, is held.
/// </summary>
/// <remarks>
/// It only answers when the columns are so far from dependent that normal equations lose nothing: a tenth of the bound that spares
/// <see cref="CholeskyBasis"/> its second pass. The Gram matrix is exact, because it is a sum of products of small whole numbers.
/// </remarks>
internal sealed class BinnedProjection : IColumnProjection
{
    private const int Width = TileKernels.TileWidth;

    // A tenth of what one pass towards a basis is allowed: then residuals are as good as those of a basis, to within a digit of the last.
    private const double AllowedLoss = 1e-14;
    private readonly PanelBins bins;
    private readonly PanelMatrix inverse;

    private BinnedProjection(PanelBins bins, PanelMatrix inverse)
    {
        this.bins = bins;
        this.inverse = inverse;
    }

    public int Chunks => bins.Chunks;

    public int LoadingsPerTile => inverse.PaddedRows * Width;

    public int ChunkColumns => inverse.Columns;

    /// <summary>The projection, or null when the columns are no bins, or not far enough from dependent.</summary>
    public static BinnedProjection? TryBuild(ColumnMatrix matrix, double relativeCut, int threads)
    {
        if (matrix.Columns >= matrix.Rows || PanelBins.TryWithConstant(matrix) is not PanelBins bins || bins.Columns == 1)
        {
            return null;
        }

        int size = bins.Columns - 1;
        double[] factor = GramMatrix.Of(bins, threads);
        ColumnScales scales = ScaleInPlace(factor, bins.Rows, size);
        if (!UpperTriangle.TryFactor(factor, size, CholeskyBasis.SmallestPivot))
        {
            return null;
        }

        UpperTriangle.Invert(factor, size);
        return scales.AllClearlyAbove(factor, 10 * relativeCut) && scales.OnePassIsEnough(factor, AllowedLoss)
            ? new BinnedProjection(bins, Inverse(factor, scales, bins.Rows, threads))
            : null;
    }

    public void Open(int chunk, PanelMatrix opened) => bins.Widen(chunk, inverse.Panels, opened);

    public void AddLoadings(int chunk, PanelMatrix opened, Span<double> tileChunk, Span<double> loadings) =>
        TileKernels.AddLoadingsOfChunk(opened, opened.Panels, 0, tileChunk, loadings);

    public void ToNegativeShares(Span<double> loadings, Span<double> scratch)
    {
        System.Numerics.Tensors.TensorPrimitives.Negate(loadings, scratch);
        loadings.Clear();
        TileKernels.AddProducts(inverse, inverse.Panels, scratch, loadings, 1);
    }

    public void AddProducts(int chunk, PanelMatrix opened, Span<double> shares, Span<double> tileChunk) =>
        TileKernels.AddProductsToChunk(opened, opened.Panels, 0, shares, tileChunk);

    /// <summary>
    /// Turns the Gram matrix, whose last column holds the sums, into that of the centered columns scaled to length one: whole numbers up to
    /// one division. The smaller matrix takes the place of the larger from its start.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ColumnScales ScaleInPlace(double[] gram, int rows, int size)
    {
        ColumnScales scales = new(rows, withConstant: true);
        double[] sums = [.. Enumerable.Range(0, size).Select(index => gram[(index * (size + 1)) + size])];
        for (int index = 0; index < size; index++)
        {
            double squares = gram[(index * (size + 1)) + index];
            scales.Weigh(squares);
            scales.Add(sums[index] / rows, Math.Sqrt(((rows * squares) - (sums[index] * sums[index])) / rows));
        }

        for (int left = 0; left < size; left++)
        {
            for (int right = left; right < size; right++)
            {
                double covariance = ((rows * gram[(left * (size + 1)) + right]) - (sums[left] * sums[right])) / rows;
                gram[(left * size) + right] = covariance / (scales.Length(left) * scales.Length(right));
            }
        }

        return scales;
    }

    /// <summary>
    /// The inverse of X'X with the constant last, from the inverse factor T of the centered and scaled columns: <c>M = T T'</c> over the
    /// lengths, bordered by <c>-M m</c> and <c>1/n + m'M m</c> with the means m.
    /// </summary>
    private static PanelMatrix Inverse(double[] factor, ColumnScales scales, int rows, int threads)
    {
        int size = scales.Count;
        PanelMatrix inverse = new(size + 1, size + 1);
        double[] shares = new double[size];
        for (int index = 0; index < size; index++)
        {
            FixedLanes.AddScaled(
                factor.AsSpan((index * size) + index, size - index), scales.Mean(index) / scales.Length(index), shares.AsSpan(index));
        }

        Parallel.For(0, size, new ParallelOptions { MaxDegreeOfParallelism = threads }, left =>
        {
            ReadOnlySpan<double> own = factor.AsSpan(left * size, size);
            for (int right = left; right < size; right++)
            {
                double product = FixedLanes.Dot(own[right..], factor.AsSpan((right * size) + right, size - right));
                inverse.SetBoth(left, right, product / (scales.Length(left) * scales.Length(right)));
            }

            inverse.SetBoth(left, size, -FixedLanes.Dot(own[left..], shares.AsSpan(left)) / scales.Length(left));
        });
        inverse.SetBoth(size, size, (1.0 / rows) + FixedLanes.Dot(shares, shares));
        return inverse;
    }
}
