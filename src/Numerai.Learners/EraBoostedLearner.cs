using Numerai.Data.Features;
using Numerai.Scoring.Statistics;

namespace Numerai.Learners;

/// <summary>Trains a learner, then trains it again and again on the eras its predictions so far do worst in, and averages.</summary>
public sealed class EraBoostedLearner(ILearner inner) : ILearner
{
    /// <summary>Trainings after the first.</summary>
    public int Rounds { get; init; } = 2;

    /// <summary>Share of the eras, the worst ones, that a later training sees.</summary>
    public double WorstShare { get; init; } = 0.5;

    public IPredictor Train(FeatureBlock features, ReadOnlySpan<float> target, ReadOnlySpan<int> era)
    {
        var rows = TrainingRows.Of(features, target, era);
        var eras = EraSpans.Of(rows.Era);
        var predictors = new List<IPredictor> { inner.Train(rows.Features, rows.Target, rows.Era) };
        for (var round = 0; round < Rounds; round++)
        {
            var soFar = new AveragePredictor([.. predictors]);
            var worst = eras.OrderBy(span => Correlation(soFar, rows, span)).ThenBy(span => span.Era)
                .Take(Math.Max(1, (int)(eras.Count * WorstShare))).Select(span => span.Era).ToHashSet();
            var part = TrainingRows.Of(rows.Features, rows.Target, rows.Era, worst.Contains);
            predictors.Add(inner.Train(part.Features, part.Target, part.Era));
        }

        return new AveragePredictor(predictors);
    }

    private static double Correlation(AveragePredictor predictor, TrainingRows rows, EraSpan span)
    {
        var block = rows.Features.Take(Enumerable.Range(span.Start, span.Length).ToArray());
        var predictions = new double[span.Length];
        predictor.Predict(block, predictions);
        var target = Array.ConvertAll(rows.Target[span.Start..(span.Start + span.Length)], v => (double)v);
        return Moments.IsConstant(predictions) || Moments.IsConstant(target)
            ? 0 : Scoring.Statistics.Correlation.Pearson(predictions, target);
    }
}
