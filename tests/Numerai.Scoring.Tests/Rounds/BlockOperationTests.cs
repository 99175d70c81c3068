using Numerai.Scoring.Ranking;
using Numerai.Scoring.Rounds;

namespace Numerai.Scoring.Tests.Rounds;

public sealed class BlockOperationTests
{
    private const int Rows = 150;
    private readonly Random random = new(9);

    [Fact]
    public void Pairwise_correlations_are_those_of_each_pair_whatever_the_blocks()
    {
        double[][] models = [.. Enumerable.Range(0, 31).Select(model => model == 17 ? new double[Rows] : Column())];
        ushort[] codes = Codes(models);
        PairwiseCorrelations whole = new(new RankTables(Rows), codes, 0, threads: 2);
        whole.Add(codes, 0);
        List<(double Maximum, double Average)> parts = [];
        foreach ((int own, int count) in new[] { (0, 26), (26, 5) })
        {
            PairwiseCorrelations part = new(new RankTables(Rows), codes.AsMemory(own * Rows, count * Rows), own);
            part.Add(codes.AsMemory(0, 9 * Rows), 0);
            part.Add(codes.AsMemory(9 * Rows), 9);
            parts.AddRange(Enumerable.Range(0, count).Select(model => (part.Maximum(model), part.Average(model))));
        }

        double[][] normalized = [.. models.Select(model => PlainScores.Power(PlainScores.Gaussian(model)))];
        for (int model = 0; model < models.Length; model++)
        {
            double[] others = model == 17 ? [] : [.. Enumerable.Range(0, models.Length).Where(other => other != model && other != 17)
                .Select(other => PlainScores.Pearson(normalized[model], normalized[other]))];
            Assert.Equal(others.Length == 0 ? double.NaN : others.Max(), whole.Maximum(model), 1e-12);
            Assert.Equal(others.Length == 0 ? double.NaN : others.Average(), whole.Average(model), 1e-12);
            Assert.Equal((whole.Maximum(model), whole.Average(model)), parts[model]);
        }
    }

    [Fact]
    public void A_meta_model_of_partial_sums_is_the_weighted_average()
    {
        double[][] models = [.. Enumerable.Range(0, 5).Select(_ => Column())];
        double[] stakes = [3, 0, double.NaN, 1.5, 2];
        ushort[] codes = Codes(models);
        RankTables tables = new(Rows);
        double[] sum = new double[Rows];
        WeightedRanks.Accumulate(tables, codes.AsMemory(0, 2 * Rows), stakes.AsMemory(0, 2), sum);
        WeightedRanks.Accumulate(tables, codes.AsMemory(2 * Rows), stakes.AsMemory(2), sum, threads: 2);
        WeightedRanks.Complete(sum, 6.5, sum);
        double[][] gaussian = [.. models.Select(PlainScores.Gaussian)];
        Assert.All(Enumerable.Range(0, Rows), row => Assert.Equal(
            ((3 * gaussian[0][row]) + (1.5 * gaussian[3][row]) + (2 * gaussian[4][row])) / 6.5, sum[row], 1e-14));
    }

    private static ushort[] Codes(double[][] models)
    {
        ushort[] codes = new ushort[models.Length * Rows];
        RankCodes.TieKept(models.SelectMany(model => model).ToArray(), Rows, codes, threads: 1);
        return codes;
    }

    private double[] Column() => [.. Enumerable.Range(0, Rows).Select(_ => random.NextDouble())];
}
