using Numerai.Data.Submissions;
using Numerai.Scoring.Diagnostics;
using Numerai.Scoring.LinearAlgebra;
using Numerai.Scoring.Movement;
using Numerai.Scoring.Rounds;
using Numerai.Scoring.Statistics;

namespace Numerai.Data.Diagnostics;

/// <summary>Scores one era after the other. Safe for concurrent use.</summary>
internal sealed class EraScorer(
    UploadedPredictions uploaded, DiagnosticsInputs against, ValidationRows validation, DiagnosticsOptions options)
{
    private const double LeastTargetShare = 0.8;
    private readonly IReadOnlyList<string> features = options.Features;

    /// <summary>What stands in for a missing feature: the middle one of the five bins.</summary>
    private const sbyte MiddleBin = 2;

    /// <exception cref="DiagnosticsRefusedException">Some of the era's predictions are missing, or all are equal.</exception>
    public EraOutcome Score(EraSlice slice)
    {
        var predictions = uploaded.Values.AsSpan(slice.First, slice.Rows.RowCount).ToArray();
        var missing = Moments.FirstNaN(predictions);
        if (missing >= 0 && predictions.All(double.IsNaN))
        {
            return new EraOutcome(null, null, double.NaN, [], WithoutPredictions: true);
        }

        if (missing >= 0)
        {
            throw Refuse(SubmissionErrorCodes.Ids,
                $"Era {slice.Era} lacks {predictions.Count(double.IsNaN)} of its {predictions.Length} ids, such as "
                    + $"'{validation.Text(slice.First + missing)}'; "
                + "predict every row of an era, or none.");
        }

        if (Moments.IsConstant(predictions))
        {
            throw Refuse(
                SubmissionErrorCodes.Values, $"All predictions of era {slice.Era} are {predictions[0]:R}; predictions must differ.");
        }

        var target = slice.Rows.Doubles("target");
        if (target.Count(value => !double.IsNaN(value)) < LeastTargetShare * target.Length)
        {
            return new EraOutcome(null, null, double.NaN, [], WithoutTarget: true);
        }

        return Score(slice, predictions, target);
    }

    private EraOutcome Score(EraSlice slice, double[] predictions, double[] target)
    {
        var inputs = new RoundInputs
        {
            Rows = predictions.Length,
            MetaModel = Part(against.MetaModel, slice),
            BenchmarkMetaModel = Part(against.Benchmark, slice),
            Features = Features(slice.Rows),
        };
        var example = Part(against.Example, slice);
        var compared = example.Length > 0 && !Moments.IsConstant(example);
        var exposures = inputs.Features is { } matrix ? FeatureExposure.Each(predictions, matrix) : [];
        var scoring = new EraScoring(slice.Era, inputs, target);
        return new EraOutcome(
            scoring.Score(predictions, exposures),
            compared ? scoring.Score(example, []) : null,
            compared ? Churn.Spearman(predictions, example) : double.NaN,
            exposures,
            options.Securities is { } securities ? EraSnapshots.Of(predictions, securities(slice.Era, Ids(slice))) : null);
    }

    private string[] Ids(EraSlice slice) => [.. Enumerable.Range(slice.First, slice.Rows.RowCount).Select(validation.Text)];

    private static double[] Part(float[]? column, EraSlice slice)
    {
        var part = column is null
            ? []
            : Array.ConvertAll(column.AsSpan(slice.First, slice.Rows.RowCount).ToArray(), value => (double)value);
        return Moments.FirstNaN(part) < 0 ? part : [];
    }

    private ColumnMatrix? Features(Tables.Table rows)
    {
        if (features.Count == 0)
        {
            return null;
        }

        var bins = new sbyte[(long)features.Count * rows.RowCount];
        for (var feature = 0; feature < features.Count; feature++)
        {
            var own = bins.AsSpan(feature * rows.RowCount, rows.RowCount);
            rows.Values<sbyte>(features[feature]).CopyTo(own);
            for (var row = 0; rows[features[feature]].Missing is { } missing && row < own.Length; row++)
            {
                own[row] = missing[row] ? MiddleBin : own[row];
            }
        }

        return new ColumnMatrix(rows.RowCount, features.Count, bins);
    }

    private static DiagnosticsRefusedException Refuse(string code, string message) => new(new SubmissionRefusal(code, message));
}
