using Numerai.Data.Features;
using Numerai.Scoring.Statistics;

namespace Numerai.Learners.Tests;

/// <summary>Eras of random bins whose target depends on a few known features and noise.</summary>
internal sealed class InventedEras
{
    public const int RowsOfEra = 200;
    public const int Columns = 12;

    public InventedEras(int eras, int seed, Func<ReadOnlySpan<sbyte>, double> signal)
    {
        var random = new Random(seed);
        var rows = eras * RowsOfEra;
        var bins = new sbyte[rows * Columns];
        Target = new float[rows];
        Era = new int[rows];
        var row = new sbyte[Columns];
        for (var i = 0; i < rows; i++)
        {
            for (var column = 0; column < Columns; column++)
            {
                row[column] = (sbyte)random.Next(5);
                bins[(column * rows) + i] = row[column];
            }

            var noise = (random.NextDouble() + random.NextDouble() - 1) * 2;
            Target[i] = (float)Math.Clamp(Math.Round((0.5 + (0.1 * (signal(row) + noise))) * 4) / 4, 0, 1);
            Era[i] = (i / RowsOfEra) + 1;
        }

        Features = new FeatureBlock(Enumerable.Range(0, Columns).Select(c => $"feature_{c:00}").ToArray(), rows, bins);
    }

    public FeatureBlock Features { get; }

    public float[] Target { get; }

    public int[] Era { get; }

    /// <summary>Mean Pearson correlation of a predictor with the target over the eras.</summary>
    public double Score(IPredictor predictor) => EraSpans.Of(Era).Average(span =>
    {
        var predictions = Predict(predictor, span.Era);
        return Correlation.Pearson(predictions, Array.ConvertAll(Target[span.Start..(span.Start + span.Length)], v => (double)v));
    });

    public FeatureBlock Block(int era) => Features.Take(Enumerable.Range((era - 1) * RowsOfEra, RowsOfEra).ToArray());

    public double[] Predict(IPredictor predictor, int era)
    {
        var predictions = new double[RowsOfEra];
        predictor.Predict(Block(era), predictions);
        return predictions;
    }
}
