using Numerai.Scoring.LinearAlgebra;
using Numerai.Scoring.Ranking;
using Numerai.Scoring.Statistics;

namespace Numerai.Scoring.Rounds;

/// <summary>
/// MCWNM and APCWNM: the maximum and the average of a submission's Pearson correlations with every other submission of the round, both sides as norm15
/// ranks. Fed block against block, so any round fits in memory; each pair of blocks costs one blocked matrix product.
/// </summary>
/// <remarks>
/// Models that do not vary have no correlation: they get NaN and count for nobody. The averages add the blocks in the order they are given.
/// Not safe for use by two threads at once; it uses several itself.
/// </remarks>
public sealed class PairwiseCorrelations
{
    private readonly RankTables tables;
    private readonly int threads;
    private readonly double[] maximum;
    private readonly double[] sum;
    private readonly int[] pairs;

    /// <summary>Starts with no pair.</summary>
    /// <param name="tables">Tables of the universe.</param>
    /// <param name="models">Models of the round.</param>
    /// <param name="threads">Threads to use at once.</param>
    public PairwiseCorrelations(RankTables tables, int models, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(tables);
        this.tables = tables;
        this.threads = threads;
        maximum = new double[models];
        maximum.AsSpan().Fill(double.NaN);
        sum = new double[models];
        pairs = new int[models];
    }

    /// <summary>The largest correlation of each model with another one; NaN while there is none.</summary>
    public ReadOnlySpan<double> Maximum => maximum;

    /// <summary>The average correlation of a model with the others; NaN while there is none.</summary>
    public double Average(int model) => sum[model] / pairs[model];

    /// <summary>
    /// Compares every model of one block with every model of another, for the first block's account. Call it for each ordered pair of blocks, a block
    /// with itself included; a model is never compared with itself.
    /// </summary>
    /// <param name="own">Rank codes of the block whose scores grow, model after model.</param>
    /// <param name="ownFirst">The number of its first model in the round.</param>
    /// <param name="others">Rank codes of the other block.</param>
    /// <param name="othersFirst">The number of its first model in the round.</param>
    public void Add(ReadOnlyMemory<ushort> own, int ownFirst, ReadOnlyMemory<ushort> others, int othersFirst)
    {
        int rows = tables.Rows;
        int ownCount = own.Length / rows;
        int otherCount = others.Length / rows;
        PanelMatrix matrix = UnitColumns(others.Span, otherCount, out bool[] varies);
        int tiles = ownCount == 0 ? 0 : ((ownCount - 1) / TileKernels.TileWidth) + 1;
        Parallel.For(0, tiles, new ParallelOptions { MaxDegreeOfParallelism = threads }, tile =>
        {
            int first = tile * TileKernels.TileWidth;
            int width = Math.Min(TileKernels.TileWidth, ownCount - first);
            double[] values = UnitTile(own.Span.Slice(first * rows, width * rows), width, matrix.PaddedRows, out bool[] ownVaries);
            double[] products = new double[matrix.Panels * PanelMatrix.PanelWidth * TileKernels.TileWidth];
            TileKernels.Loadings(matrix, matrix.Panels, values, 1, products);
            for (int model = 0; model < width; model++)
            {
                if (ownVaries[model])
                {
                    Count(products.AsSpan(model), ownFirst + first + model, othersFirst, varies);
                }
            }
        });
    }

    private void Count(ReadOnlySpan<double> products, int model, int othersFirst, bool[] varies)
    {
        for (int other = 0; other < varies.Length; other++)
        {
            if (!varies[other] || othersFirst + other == model)
            {
                continue;
            }

            double correlation = Math.Clamp(products[other * TileKernels.TileWidth], -1, 1);
            maximum[model] = double.IsNaN(maximum[model]) ? correlation : Math.Max(maximum[model], correlation);
            sum[model] += correlation;
            pairs[model]++;
        }
    }

    private PanelMatrix UnitColumns(ReadOnlySpan<ushort> codes, int models, out bool[] varies)
    {
        PanelMatrix matrix = new(tables.Rows, models);
        double[] column = new double[tables.Rows];
        varies = new bool[models];
        for (int model = 0; model < models; model++)
        {
            varies[model] = Unit(codes.Slice(model * tables.Rows, tables.Rows), column);
            matrix.SetColumn(model, column);
        }

        return matrix;
    }

    private double[] UnitTile(ReadOnlySpan<ushort> codes, int models, int paddedRows, out bool[] varies)
    {
        double[] tile = new double[paddedRows * TileKernels.TileWidth];
        double[] column = new double[tables.Rows];
        varies = new bool[models];
        for (int model = 0; model < models; model++)
        {
            varies[model] = Unit(codes.Slice(model * tables.Rows, tables.Rows), column);
            for (int row = 0; row < column.Length; row++)
            {
                tile[(row * TileKernels.TileWidth) + model] = column[row];
            }
        }

        return tile;
    }

    /// <summary>Norm15 ranks, centered and of length one; zeros when they do not vary.</summary>
    private bool Unit(ReadOnlySpan<ushort> codes, double[] column)
    {
        tables.GaussianizeAndPower(codes, column);
        Moments.Center(column, column);
        double length = Math.Sqrt(FixedLanes.Dot(column, column));
        if (!codes.ContainsAnyExcept(codes[0]))
        {
            Array.Clear(column);
            return false;
        }

        System.Numerics.Tensors.TensorPrimitives.Divide(column, length, column);
        return true;
    }
}
