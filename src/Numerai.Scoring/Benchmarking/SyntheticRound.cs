using Numerai.Scoring.LinearAlgebra;

namespace Numerai.Scoring.Benchmarking;

/// <summary>
/// A made-up round in the shape of real ones: predictions that share a common part, half at full precision, four in ten with six decimals and one in
/// ten with two, so heavily tied; a five-bin target; features in five bins; neutralizers of unit length.
/// </summary>
public sealed class SyntheticRound
{
    /// <summary>Makes a round; the same options give the same numbers.</summary>
    public SyntheticRound(ScoringBenchmarkOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Rows = options.Rows;
        Models = options.Models;
        Random random = new(options.Seed);
        double[] common = Column(Rows, () => random.NextDouble());
        Target = [.. common.Select(value => Bin(Mix(value, random.NextDouble(), 0.1)))];
        Predictions = new double[(long)Rows * Models];
        for (int model = 0; model < Models; model++)
        {
            FillModel(random, common, model);
        }

        Features = new ColumnMatrix(Rows, options.Features, Column(Rows * options.Features, () => random.Next(5)));
        double scale = Math.Sqrt(12.0 / Rows);
        Neutralizers = new ColumnMatrix(Rows, options.Neutralizers, Column(Rows * options.Neutralizers, () => (random.NextDouble() - 0.5) * scale));
        SampleWeights = Column(Rows, () => 0.5 + random.NextDouble());
        Stakes = Column(Models, () => Math.Round(100 * random.NextDouble(), 2));
    }

    /// <summary>Rows of the universe.</summary>
    public int Rows { get; }

    /// <summary>The number of models.</summary>
    public int Models { get; }

    /// <summary>Predictions, model after model.</summary>
    public double[] Predictions { get; }

    /// <summary>The target in 0, 0.25 .. 1.</summary>
    public double[] Target { get; }

    /// <summary>Features, as doubles.</summary>
    public ColumnMatrix Features { get; }

    /// <summary>Neutralizers.</summary>
    public ColumnMatrix Neutralizers { get; }

    /// <summary>Sample weights.</summary>
    public double[] SampleWeights { get; }

    /// <summary>A stake per model.</summary>
    public double[] Stakes { get; }

    /// <summary>Bytes of all of these.</summary>
    public long Bytes => sizeof(double) * (Predictions.LongLength + Target.Length + SampleWeights.Length + Stakes.Length
        + ((long)Rows * (Features.Columns + Neutralizers.Columns)));

    private static double[] Column(int length, Func<double> draw)
    {
        double[] column = new double[length];
        foreach (ref double value in column.AsSpan())
        {
            value = draw();
        }

        return column;
    }

    private static double Mix(double common, double own, double share)
    {
        double mixed = (share * common) + ((1 - share) * own);
        return Math.Clamp(mixed, 1e-6, 1 - 1e-6);
    }

    private static double Bin(double value) => value switch
    {
        < 0.1 => 0,
        < 0.3 => 0.25,
        < 0.7 => 0.5,
        < 0.9 => 0.75,
        _ => 1,
    };

    private void FillModel(Random random, double[] common, int model)
    {
        int decimals = (model % 10) switch
        {
            < 5 => 15,
            < 9 => 6,
            _ => 2,
        };
        Span<double> predictions = Predictions.AsSpan(model * Rows, Rows);
        for (int row = 0; row < Rows; row++)
        {
            double value = Mix(common[row], random.NextDouble(), 0.3);
            predictions[row] = decimals == 15 ? value : Math.Round(value, decimals);
        }
    }
}
