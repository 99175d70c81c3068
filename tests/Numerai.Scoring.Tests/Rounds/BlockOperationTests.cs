using Numerai.Scoring.LinearAlgebra;
using Numerai.Scoring.Metrics;
using Numerai.Scoring.Movement;
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
    public void Weights_of_a_block_are_those_of_each_model()
    {
        double[][] models = [.. Enumerable.Range(0, 26).Select(_ => Column())];
        double[][] neutralizers = [.. Enumerable.Range(0, 11).Select(_ => Column().Select(value => (value - 0.5) / 4).ToArray())];
        double[] sampleWeights = Column();
        ColumnMatrix matrix = new(Rows, neutralizers.Length, neutralizers.SelectMany(column => column).ToArray());
        double[] weights = new double[models.Length * Rows];
        new WeightScorer(matrix, sampleWeights, threads: 2).Compute(Codes(models), weights);
        for (int model = 0; model < models.Length; model++)
        {
            double[] expected = PlainScores.Weights(models[model], neutralizers, sampleWeights);
            NeutralizedWeights.CenterAndNormalize(expected, expected);
            double[] actual = weights[(model * Rows)..((model + 1) * Rows)];
            Assert.All(Enumerable.Range(0, Rows), row => Assert.Equal(expected[row], actual[row], 1e-14));
            Assert.Equal(1, actual.Sum(Math.Abs), 1e-12);
            Assert.Equal(1, Turnover.Between(actual, [.. actual.Select(weight => -weight)]), 1e-12);
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
