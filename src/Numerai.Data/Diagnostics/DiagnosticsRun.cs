using Numerai.Data.Releases;
using Numerai.Data.Submissions;
using Numerai.Scoring.Diagnostics;

namespace Numerai.Data.Diagnostics;

/// <summary>
/// Diagnoses predictions of a release's validation eras. Files are read as streams: what is kept is one number a row for each of the
/// predictions, the meta model, the benchmark blend and the example, the ids, and a few eras of features.
/// </summary>
public static class DiagnosticsRun
{
    /// <param name="predictions">CSV (plain or gzip) or Parquet with columns <c>id</c> and <c>prediction</c>.</param>
    /// <param name="parts">Files of the release.</param>
    /// <param name="options">What to measure against.</param>
    /// <param name="cancellation">Stops between eras.</param>
    /// <exception cref="DiagnosticsRefusedException">Something is wrong with the predictions.</exception>
    /// <exception cref="DataFormatException">Something is wrong with the release.</exception>
    public static DiagnosticsReport Run(string predictions, IReadOnlyList<ValidationPart> parts, DiagnosticsOptions options,
        CancellationToken cancellation = default)
    {
        var validation = ValidationRows.Read(parts);
        var uploaded = UploadedPredictions.Read(predictions, validation);
        var eras = EraSlices.Read(parts, []).Select(slice => (slice.First, slice.Rows.RowCount)).ToList();
        cancellation.ThrowIfCancellationRequested();
        var against = new DiagnosticsInputs(
            Column(parts.Select(part => part.MetaModel), MetaModelTable.Column, validation),
            BenchmarkBlend.Of(parts, validation, eras),
            Column(parts.Select(part => part.Example), "prediction", validation));
        var scorer = new EraScorer(uploaded, against, validation, options);
        var scored = new EraOutcome[eras.Count];
        var movements = new ConsecutiveMovements();
        var parallel = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = options.Threads };
        try
        {
            // Without a buffer: an era is read when a thread is free for it.
            var slices = System.Collections.Concurrent.Partitioner.Create(EraSlices.Read(parts, options.Features),
                System.Collections.Concurrent.EnumerablePartitionerOptions.NoBuffering);
            Parallel.ForEach(slices, parallel, (slice, _, index) =>
            {
                var outcome = scorer.Score(slice);
                if (outcome.Snapshot is { } snapshot)
                {
                    movements.Add(index, snapshot);
                }

                // Of a snapshot only its comparison with the neighbours is kept.
                scored[index] = outcome with { Snapshot = null };
            });
        }
        catch (AggregateException error) when (error.InnerExceptions.OfType<DiagnosticsRefusedException>().FirstOrDefault() is { } refused)
        {
            throw refused;
        }

        EraOutcome[] moved = [.. scored.Select((era, index) => era.Model is { } model && movements.Of(index) is { } movement
            ? era with { Model = model with { Churn = movement.Churn, Turnover = movement.Turnover } }
            : era)];
        return Report(uploaded, against, moved, options.Features);
    }

    private static DiagnosticsReport Report(
        UploadedPredictions uploaded, DiagnosticsInputs against, EraOutcome[] scored, IReadOnlyList<string> features)
    {
        var measured = scored.Where(era => era.Model is not null).ToList();
        var exposures = features.Select(
            (_, feature) => measured.Select(era => era.Exposures[feature]).Where(double.IsFinite).DefaultIfEmpty().Average()).ToList();
        var most = exposures.Count == 0 ? -1 : exposures.IndexOf(exposures.Max());
        return new DiagnosticsReport(
            uploaded.Rows,
            uploaded.Dropped,
            scored.Count(era => era.WithoutTarget),
            scored.Count(era => era.WithoutPredictions),
            ValidationReport.OfScores([.. measured.Select(era => era.Model!)]),
            against.Example is null ? null : ValidationReport.OfScores([.. measured.Select(era => era.Example).OfType<EraScores>()]),
            measured.Select(era => era.CorrelationWithExample).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average(),
            most < 0 ? null : features[most],
            most < 0 ? double.NaN : exposures[most],
            Mean(measured, era => era.Churn),
            Mean(measured, era => era.Turnover));
    }

    private static double Mean(List<EraOutcome> measured, Func<EraScores, double> value) =>
        measured.Select(era => value(era.Model!)).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average();

    private static float[]? Column(IEnumerable<string?> files, string column, ValidationRows validation)
    {
        var paths = files.ToList();
        if (paths.TrueForAll(path => path is null))
        {
            return null;
        }

        var values = new float[validation.Count];
        values.AsSpan().Fill(float.NaN);
        AlignedPredictions.Fill(paths, column, validation, values);
        return values;
    }
}
