using Numerai.Scoring.LinearAlgebra;
using Numerai.Scoring.Ranking;
using Numerai.Scoring.Statistics;

namespace Numerai.Scoring.Rounds;

/// <summary>
/// MCWNM and APCWNM of a block of models: the maximum and the average of a submission's Pearson correlations with every other submission of
/// the round, both sides as norm15 ranks. The block is prepared once and then fed the round's models, block by block, so any round fits in
/// memory; each pair of blocks costs one blocked matrix product.
/// </summary>
/// <remarks>
/// Models that do not vary have no correlation: they get NaN and count for nobody. Averages add the others in the order they are given, so
/// the same order gives the same bits however it is cut into blocks. Not safe for use by two threads at once; it uses several itself.
/// </remarks>
public sealed class PairwiseCorrelations
{
    private const int Width = TileKernels.TileWidth;

    // Tiles that pass over a stretch of the other block while it is in the cache; few enough that a shard has several groups for its
    // threads.
    private const int TilesPerGroup = 3;
    private const int ModelsPerGroup = TilesPerGroup * Width;
    private readonly RankTables tables;
    private readonly int ownFirst;
    private readonly int threads;
    private readonly int tileSize;
    private readonly double[][] groups;
    private readonly bool[] varies;
    private readonly double[] maximum;
    private readonly double[] sum;
    private readonly int[] pairs;

    /// <summary>Prepares a block; it has met nobody yet.</summary>
    /// <param name="tables">Tables of the universe.</param>
    /// <param name="own">Rank codes of the block whose scores are wanted, model after model.</param>
    /// <param name="ownFirst">The number of its first model in the round.</param>
    /// <param name="threads">Threads to use at once.</param>
    public PairwiseCorrelations(RankTables tables, ReadOnlyMemory<ushort> own, int ownFirst, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(tables);
        this.tables = tables;
        this.ownFirst = ownFirst;
        this.threads = threads;
        int models = Models(own.Length);
        varies = new bool[models];
        sum = new double[models];
        pairs = new int[models];
        maximum = new double[models];
        maximum.AsSpan().Fill(double.NaN);
        tileSize = (tables.Rows + PanelMatrix.PanelWidth - 1) / PanelMatrix.PanelWidth * PanelMatrix.PanelWidth * Width;
        groups = new double[(models + ModelsPerGroup - 1) / ModelsPerGroup][];
        ForEach(groups.Length, group =>
            groups[group] = UnitTiles(own.Span, group * ModelsPerGroup, Math.Min(ModelsPerGroup, models - (group * ModelsPerGroup))));
    }

    /// <summary>The largest correlation of a model of the block with another one; NaN while there is none.</summary>
    public double Maximum(int model) => maximum[model];

    /// <summary>The average correlation of a model of the block with the others; NaN while there is none.</summary>
    public double Average(int model) => sum[model] / pairs[model];

    /// <summary>
    /// Compares every model of the block with every model of another, or of itself. Call it once for each block of the round; a model is
    /// never compared with itself.
    /// </summary>
    /// <param name="others">Rank codes of the other block.</param>
    /// <param name="othersFirst">The number of its first model in the round.</param>
    public void Add(ReadOnlyMemory<ushort> others, int othersFirst)
    {
        int count = Models(others.Length);
        PanelMatrix matrix = new(tables.Rows, count);
        bool[] othersVary = new bool[count];
        ForEach(count, model =>
        {
            double[] column = new double[tables.Rows];
            othersVary[model] = Unit(others.Span.Slice(model * tables.Rows, tables.Rows), column);
            matrix.SetColumn(model, column);
        });
        int productSize = matrix.Panels * PanelMatrix.PanelWidth * Width;
        ForEach(groups.Length, group =>
        {
            int tiles = groups[group].Length / tileSize;
            double[] products = new double[tiles * productSize];
            TileKernels.Loadings(matrix, matrix.Panels, groups[group], tiles, products);
            int end = Math.Min((group + 1) * ModelsPerGroup, varies.Length);
            for (int model = group * ModelsPerGroup; model < end; model++)
            {
                if (varies[model])
                {
                    int tile = model % ModelsPerGroup / Width;
                    Count(products.AsSpan((tile * productSize) + (model % Width)), model, othersFirst, othersVary);
                }
            }
        });
    }

    private int Models(int codes)
    {
        int models = Math.DivRem(codes, tables.Rows, out int rest);
        return rest == 0 ? models : throw new ArgumentException($"{codes} codes are not whole models of {tables.Rows} rows.");
    }

    private void ForEach(int count, Action<int> work) =>
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads }, work);

    private void Count(ReadOnlySpan<double> products, int model, int othersFirst, bool[] othersVary)
    {
        for (int other = 0; other < othersVary.Length; other++)
        {
            if (!othersVary[other] || othersFirst + other == ownFirst + model)
            {
                continue;
            }

            double correlation = Math.Clamp(products[other * Width], -1, 1);
            maximum[model] = double.IsNaN(maximum[model]) ? correlation : Math.Max(maximum[model], correlation);
            sum[model] += correlation;
            pairs[model]++;
        }
    }

    private double[] UnitTiles(ReadOnlySpan<ushort> codes, int first, int models)
    {
        double[] tiles = new double[(models + Width - 1) / Width * tileSize];
        double[] column = new double[tables.Rows];
        for (int model = 0; model < models; model++)
        {
            varies[first + model] = Unit(codes.Slice((first + model) * tables.Rows, tables.Rows), column);
            int place = (model / Width * tileSize) + (model % Width);
            foreach (double value in column)
            {
                tiles[place] = value;
                place += Width;
            }
        }

        return tiles;
    }

    /// <summary>Norm15 ranks, centered and of length one; zeros when they do not vary.</summary>
    private bool Unit(ReadOnlySpan<ushort> codes, double[] column)
    {
        if (!codes.ContainsAnyExcept(codes[0]))
        {
            Array.Clear(column);
            return false;
        }

        tables.GaussianizeAndPower(codes, column);
        Moments.Center(column, column);
        System.Numerics.Tensors.TensorPrimitives.Divide(column, Math.Sqrt(FixedLanes.Dot(column, column)), column);
        return true;
    }
}
