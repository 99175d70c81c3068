using FsCheck.Xunit;
using Numerai.Scoring.LinearAlgebra;
using Numerai.Scoring.Metrics;
using Numerai.Scoring.Movement;
using Numerai.Scoring.Ranking;
using Numerai.Scoring.Statistics;

namespace Numerai.Scoring.Tests.Properties;

public sealed class ScoreProperties
{
    private const double Close = 1e-11;

    [Property(MaxTest = 100)]
    public void Scores_do_not_change_under_a_monotone_map_of_the_predictions(int seed, bool tied)
    {
        Sample sample = new(seed, tied);
        double[] mapped = [.. sample.Predictions.Select(value => Math.Exp(3 * value) - 7)];
        double[] target = sample.CenteredTarget();
        Assert.Equal(NumeraiCorr.Score(sample.Predictions, target), NumeraiCorr.Score(mapped, target));
        Assert.Equal(
            CorrelationContribution.Score(sample.Predictions, sample.MetaModel, sample.Target),
            CorrelationContribution.Score(mapped, sample.MetaModel, sample.Target));
    }

    [Property(MaxTest = 100)]
    public void Scores_do_not_change_when_all_rows_are_permuted_together(int seed, bool tied)
    {
        Sample sample = new(seed, tied);
        int[] order = [.. Enumerable.Range(0, sample.Rows)];
        new Random(seed ^ 77).Shuffle(order);
        Sample moved = sample.Take(order);
        Near(NumeraiCorr.Score(sample.Predictions, sample.CenteredTarget()), NumeraiCorr.Score(moved.Predictions, moved.CenteredTarget()));
        Near(
            CorrelationContribution.Score(sample.Predictions, sample.MetaModel, sample.Target),
            CorrelationContribution.Score(moved.Predictions, moved.MetaModel, moved.Target));
        Near(Churn.Spearman(sample.Predictions, sample.MetaModel), Churn.Spearman(moved.Predictions, moved.MetaModel));
    }

    [Property(MaxTest = 100)]
    public void Opposite_predictions_have_opposite_scores(int seed, bool tied)
    {
        Sample sample = new(seed, tied);
        double[] opposite = [.. sample.Predictions.Select(value => -value)];
        Near(-NumeraiCorr.Score(sample.Predictions, sample.CenteredTarget()), NumeraiCorr.Score(opposite, sample.CenteredTarget()));
        Near(
            -CorrelationContribution.Score(sample.Predictions, sample.MetaModel, sample.Target),
            CorrelationContribution.Score(opposite, sample.MetaModel, sample.Target));
        Near(2, Churn.OfValues(sample.Predictions, opposite));
    }

    /// <summary>
    /// MMC is the slope of the meta model's covariance with the target, scaled by its own length, as a little of the submission is stirred
    /// in.
    /// </summary>
    [Property(MaxTest = 60)]
    public void Contribution_is_the_slope_of_the_normalized_meta_model(int seed)
    {
        Sample sample = new(seed, tied: false);
        double[] own = Gaussian(sample.Predictions);
        double[] meta = Gaussian(sample.MetaModel);
        double[] target = [.. sample.CenteredTarget().Select(value => 4 * value)];
        double length = Math.Sqrt(FixedLanes.Dot(meta, meta));

        double Covariance(double share)
        {
            double[] mixed = [.. meta.Zip(own, (m, p) => m + (share * p))];
            return FixedLanes.Dot(mixed, target) / Math.Sqrt(FixedLanes.Dot(mixed, mixed)) * length / mixed.Length;
        }

        const double step = 1e-5;
        double slope = (Covariance(step) - Covariance(-step)) / (2 * step);
        double score = CorrelationContribution.Score(sample.Predictions, sample.MetaModel, sample.Target);
        Assert.InRange(score - slope, -1e-8, 1e-8);
    }

    [Property(MaxTest = 60)]
    public void What_is_neutral_is_orthogonal_and_stays_when_neutralized_again(int seed, byte columns)
    {
        Random random = new(seed);
        int rows = 20 + random.Next(150);
        int count = 1 + (columns % 12);
        double[] features = [.. Enumerable.Range(0, rows * count).Select(_ => (double)random.Next(5))];
        OrthonormalBasis basis = OrthonormalBasis.Of(new ColumnMatrix(rows, count, features), withConstant: true);
        double[] values = [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble() - 0.5)];
        basis.Neutralize(values);
        for (int index = 0; index < count; index++)
        {
            Assert.InRange(FixedLanes.Dot(values, features.AsSpan(index * rows, rows)), -1e-10, 1e-10);
        }

        Assert.InRange(FixedLanes.Sum(values), -1e-11, 1e-11);
        double[] again = [.. values];
        basis.Neutralize(again);
        Assert.All(Enumerable.Range(0, rows), row => Assert.InRange(again[row] - values[row], -1e-12, 1e-12));
    }

    [Property(MaxTest = 100)]
    public void Rank_codes_and_ranks_have_the_same_churn(int seed, bool tied)
    {
        Sample sample = new(seed, tied);
        RankWorkspace workspace = new();
        ushort[] now = new ushort[sample.Rows];
        ushort[] then = new ushort[sample.Rows];
        RankCodes.TieKept(sample.Predictions, now, workspace);
        RankCodes.TieKept(sample.MetaModel, then, workspace);
        Near(Churn.OfValues(sample.Predictions, sample.MetaModel), Churn.OfCodes(now, then));
    }

    private static double[] Gaussian(double[] values)
    {
        double[] gaussian = new double[values.Length];
        Normalization.RankAndGaussianize(values, gaussian);
        return gaussian;
    }

    private static void Near(double expected, double actual) => Assert.InRange(actual - expected, -Close, Close);
}
