using Numerai.Scoring.LinearAlgebra;
using Numerai.Scoring.Metrics;
using Numerai.Scoring.Ranking;

namespace Numerai.Scoring.Rounds;

/// <summary>
/// Neutral portfolio weights of blocks of models, centered and with absolute values that sum to one: what turnover compares. Scores do not
/// need them one by one, see <see cref="TargetScoring"/>.
/// </summary>
public sealed class WeightScorer
{
    private const int Width = TileKernels.TileWidth;
    private readonly RankTables tables;
    private readonly double[] sampleWeights;
    private readonly PanelMatrix neutralizers;
    private readonly int threads;

    /// <summary>Prepares the neutralizers of a universe.</summary>
    /// <param name="neutralizers">N, n rows, used as it is.</param>
    /// <param name="sampleWeights">v, n numbers.</param>
    /// <param name="threads">Threads to use at once.</param>
    public WeightScorer(ColumnMatrix neutralizers, ReadOnlySpan<double> sampleWeights, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(neutralizers);
        if (sampleWeights.Length != neutralizers.Rows)
        {
            throw new ScoringException(
                ScoringErrorCodes.NotAligned,
                $"There are {sampleWeights.Length} sample weights and {neutralizers.Rows} rows of neutralizers; align both.");
        }

        tables = new RankTables(neutralizers.Rows);
        this.sampleWeights = sampleWeights.ToArray();
        this.threads = threads;
        this.neutralizers = new PanelMatrix(neutralizers.Rows, neutralizers.Columns);
        double[] column = new double[neutralizers.Rows];
        for (int index = 0; index < neutralizers.Columns; index++)
        {
            neutralizers.CopyColumn(index, column);
            this.neutralizers.SetColumn(index, column);
        }
    }

    /// <summary>Works out <c>w = (s - N N'(v * s)) * v</c> of every model, less its mean, over the sum of absolute values.</summary>
    /// <param name="codes">Rank codes, model after model.</param>
    /// <param name="weights">Receives n weights per model in the same layout; NaN for a model whose weights are constant.</param>
    public void Compute(ReadOnlyMemory<ushort> codes, Memory<double> weights)
    {
        int models = codes.Length / tables.Rows;
        if (models * tables.Rows != codes.Length || weights.Length < codes.Length)
        {
            throw new ArgumentException(
                $"{codes.Length} codes and room for {weights.Length} weights are not whole models of {tables.Rows} rows.");
        }

        int tiles = models == 0 ? 0 : ((models - 1) / Width) + 1;
        Parallel.For(0, tiles, new ParallelOptions { MaxDegreeOfParallelism = threads }, NewBuffers, (tile, _, buffers) =>
        {
            int first = tile * Width * tables.Rows;
            int length = Math.Min(Width * tables.Rows, codes.Length - first);
            ComputeTile(codes.Span.Slice(first, length), weights.Span.Slice(first, length), buffers.Tile, buffers.Loadings);
            return buffers;
        }, _ => { });
    }

    private (double[] Tile, double[] Loadings) NewBuffers() =>
        (new double[neutralizers.PaddedRows * Width], new double[neutralizers.Panels * PanelMatrix.PanelWidth * Width]);

    private void ComputeTile(ReadOnlySpan<ushort> codes, Span<double> weights, double[] tile, double[] loadings)
    {
        int rows = tables.Rows;
        int models = codes.Length / rows;
        Fill(codes, models, tile, weighted: true);
        TileKernels.Loadings(neutralizers, neutralizers.Panels, tile, 1, loadings);
        System.Numerics.Tensors.TensorPrimitives.Negate<double>(loadings, loadings);
        Fill(codes, models, tile, weighted: false);
        TileKernels.AddProducts(neutralizers, neutralizers.Panels, loadings, tile, 1);
        for (int model = 0; model < models; model++)
        {
            Span<double> own = weights.Slice(model * rows, rows);
            for (int row = 0; row < rows; row++)
            {
                own[row] = tile[(row * Width) + model] * sampleWeights[row];
            }

            NeutralizedWeights.CenterAndNormalize(own, own);
        }
    }

    private void Fill(ReadOnlySpan<ushort> codes, int models, double[] tile, bool weighted)
    {
        Array.Clear(tile);
        ReadOnlySpan<double> table = tables.GaussianPower;
        for (int row = 0; row < tables.Rows; row++)
        {
            double weight = weighted ? sampleWeights[row] : 1;
            for (int model = 0; model < models; model++)
            {
                tile[(row * Width) + model] = table[codes[(model * tables.Rows) + row]] * weight;
            }
        }
    }
}
