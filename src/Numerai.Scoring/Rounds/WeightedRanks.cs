using System.Runtime.CompilerServices;
using Numerai.Scoring.Ranking;

namespace Numerai.Scoring.Rounds;

/// <summary>
/// Weighted sums of gaussianized ranks over models: the meta model, built from partial sums of any number of blocks.
/// </summary>
/// <remarks>
/// Within a block the models of a row are added in their order, whatever the number of threads. Blocks reduced in the same order give
/// the same bits; another division into blocks moves the last bit or two, far below the ninth decimal.
/// </remarks>
public static class WeightedRanks
{
    private const int RowsPerTask = 1024;

    /// <summary>Adds <c>sum over models of weight * gaussianize(rank)</c> of a block to a running sum.</summary>
    /// <param name="tables">Tables of the universe.</param>
    /// <param name="codes">Rank codes of the block, model after model: models * n values.</param>
    /// <param name="weights">One stake or weight per model. Models of weight 0 or NaN add nothing.</param>
    /// <param name="sum">n running sums, aligned to the universe.</param>
    /// <param name="threads">Threads to use at once.</param>
    public static void Accumulate(
        RankTables tables, ReadOnlyMemory<ushort> codes, ReadOnlyMemory<double> weights, Memory<double> sum, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(tables);
        Accumulate(tables, power: false, codes, weights, sum, threads);
    }

    /// <summary>Divides a complete sum by the total weight: the weighted average, all NaN when the total is 0.</summary>
    public static void Complete(ReadOnlySpan<double> sum, double totalWeight, Span<double> average)
    {
        for (int row = 0; row < sum.Length; row++)
        {
            average[row] = totalWeight == 0 ? double.NaN : sum[row] / totalWeight;
        }
    }

    internal static void Accumulate(
        RankTables tables, bool power, ReadOnlyMemory<ushort> codes, ReadOnlyMemory<double> weights, Memory<double> sum, int threads)
    {
        int rows = tables.Rows;
        if (sum.Length != rows || codes.Length != (long)rows * weights.Length)
        {
            throw new ArgumentException(
                $"{weights.Length} models of {rows} rows need {(long)rows * weights.Length} codes and {rows} sums, "
                + $"but there are {codes.Length} and {sum.Length}.");
        }

        int tasks = ((rows - 1) / RowsPerTask) + 1;
        Parallel.For(0, tasks, new ParallelOptions { MaxDegreeOfParallelism = threads }, task =>
        {
            int start = task * RowsPerTask;
            Span<double> part = sum.Span.Slice(start, Math.Min(RowsPerTask, rows - start));
            ReadOnlySpan<double> table = power ? tables.GaussianPower : tables.Gaussian;
            for (int model = 0; model < weights.Length; model++)
            {
                double weight = weights.Span[model];
                if (weight != 0 && !double.IsNaN(weight))
                {
                    AddModel(table, codes.Span.Slice((model * rows) + start, part.Length), weight, part);
                }
            }
        });
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddModel(ReadOnlySpan<double> table, ReadOnlySpan<ushort> codes, double weight, Span<double> part)
    {
        for (int row = 0; row < part.Length; row++)
        {
            part[row] = double.FusedMultiplyAdd(weight, table[codes[row]], part[row]);
        }
    }
}
