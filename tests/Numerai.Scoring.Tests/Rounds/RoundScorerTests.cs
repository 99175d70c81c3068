using Numerai.Scoring.LinearAlgebra;
using Numerai.Scoring.Ranking;
using Numerai.Scoring.Rounds;

namespace Numerai.Scoring.Tests.Rounds;

public sealed class RoundScorerTests
{
    private const int Rows = 230;
    private const int Models = 7;
    private readonly Random random = new(20261122);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_score_agrees_with_its_plain_formula(bool someTargetsMissing)
    {
        double[][] predictions = [.. Enumerable.Range(0, Models).Select(model => Column(model % 2 == 0 ? 15 : 1))];
        double[] metaModel = Column(15);
        double[] benchmark = Column(15);
        double[] sampleWeights = Column(15);
        double[][] features = [.. Enumerable.Range(0, 9).Select(_ => Column(15))];
        double[][] neutralizers = [.. Enumerable.Range(0, 5).Select(_ => Column(15).Select(value => (value - 0.5) / 4).ToArray())];
        double[] target = [.. Column(15).Select(value => Math.Round(value * 4) / 4)];
        int[] rows = [.. Enumerable.Range(0, Rows).Where(row => !someTargetsMissing || row % 9 != 4)];
        double[] dayTarget = [.. Enumerable.Range(0, Rows).Select(row => rows.Contains(row) ? target[row] : double.NaN)];
        double[] shares = [.. Enumerable.Range(1, Models).Select(model => model / (Models * (Models + 1) / 2.0))];

        RoundScorer scorer = new(new RoundInputs
        {
            Rows = Rows,
            MetaModel = metaModel,
            BenchmarkMetaModel = benchmark,
            Features = Matrix(features),
            Neutralizers = Matrix(neutralizers),
            SampleWeights = sampleWeights,
        });
        ushort[] codes = Codes(predictions);
        TargetScoring day = scorer.PrepareTarget(dayTarget);
        double[] portfolio = new double[day.Rows];
        scorer.AccumulatePortfolio(codes, shares, day, portfolio);
        BlockScores scores = new(Models);
        scorer.Score(codes, day.WithPortfolio(portfolio), scores);

        double[] Pick(double[] column) => [.. rows.Select(row => column[row])];
        double[] t = Pick(target);
        double[][] p = [.. predictions.Select(Pick)];
        OrthonormalBasis basis = OrthonormalBasis.Of(Matrix(features), withConstant: true);
        double[][] weights = [.. p.Select(column => PlainScores.Weights(column, [.. neutralizers.Select(Pick)], Pick(sampleWeights)))];
        AssertClose([.. p.Select(column => PlainScores.Corr(column, t))], scores.Corr);
        AssertClose([.. p.Select(column => PlainScores.Contribution(column, Pick(metaModel), t))], scores.Mmc);
        AssertClose([.. p.Select(column => PlainScores.Contribution(column, Pick(benchmark), t))], scores.Bmc);
        AssertClose(
            [.. predictions.Select(column => PlainScores.Pearson(PlainScores.Power(PlainScores.Gaussian(column)), metaModel))],
            scores.Cwmm);
        AssertClose([.. weights.Select(column => PlainScores.Alpha(column, t))], scores.Alpha);
        AssertClose(PlainScores.PortfolioContributions(weights, shares, t), scores.Mpc);
        AssertClose([.. predictions.Select(column => PlainScores.Corr(Pick(Neutral(column, basis)), t))], scores.Fnc);
    }

    private static double[] Neutral(double[] predictions, OrthonormalBasis basis)
    {
        double[] values = PlainScores.Gaussian(predictions);
        basis.Neutralize(values);
        return values;
    }

    private static void AssertClose(double[] expected, double[] actual)
    {
        for (int model = 0; model < expected.Length; model++)
        {
            Assert.True(
                Math.Abs(expected[model] - actual[model]) <= 1e-12 + (1e-9 * Math.Abs(expected[model])),
                $"model {model}: expected {expected[model]:R}, got {actual[model]:R}");
        }
    }

    private static ColumnMatrix Matrix(double[][] columns) =>
        new(columns[0].Length, columns.Length, columns.SelectMany(column => column).ToArray());

    private static ushort[] Codes(double[][] predictions)
    {
        RankWorkspace workspace = new();
        ushort[] codes = new ushort[predictions.Length * Rows];
        for (int model = 0; model < predictions.Length; model++)
        {
            RankCodes.TieKept(predictions[model], codes.AsSpan(model * Rows, Rows), workspace);
        }

        return codes;
    }

    private double[] Column(int decimals) => [.. Enumerable.Range(0, Rows).Select(_ => Math.Round(random.NextDouble(), decimals))];
}
