using BenchmarkDotNet.Attributes;
using Numerai.Scoring.Ranking;

namespace Numerai.Benchmarks.Scoring;

/// <summary>Ranking one column of 6,000 rows, for columns that take the different paths of the sort.</summary>
public class RankingBenchmarks
{
    private readonly RankWorkspace workspace = new();
    private readonly ushort[] codes = new ushort[6_000];
    private double[] values = [];

    /// <summary>How the column is distributed.</summary>
    public enum Shape
    {
        /// <summary>Even, full precision.</summary>
        Even,

        /// <summary>Two decimals.</summary>
        Tied,

        /// <summary>Bell-shaped, as residuals are.</summary>
        Residual,

        /// <summary>Hundreds of orders of magnitude, which the linear map cannot spread.</summary>
        Wild,
    }

    [ParamsAllValues]
    public Shape Distribution { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        Random random = new(1);
        values = [.. Enumerable.Range(0, codes.Length).Select(_ => Distribution switch
        {
            Shape.Even => random.NextDouble(),
            Shape.Tied => Math.Round(random.NextDouble(), 2),
            Shape.Residual => Enumerable.Range(0, 12).Sum(_ => random.NextDouble()) - 6,
            _ => Math.Pow(10, random.Next(-300, 300)) * random.NextDouble(),
        })];
    }

    [Benchmark]
    public void RadixRank() => RankCodes.TieKept(values, codes, workspace);

    [Benchmark(Baseline = true)]
    public double[] SortWithLibrary()
    {
        double[] keys = [.. values];
        int[] order = new int[keys.Length];
        for (int row = 0; row < order.Length; row++)
        {
            order[row] = row;
        }

        Array.Sort(keys, order);
        return keys;
    }
}
