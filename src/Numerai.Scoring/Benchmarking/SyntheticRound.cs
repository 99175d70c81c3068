using Numerai.Scoring.LinearAlgebra;

namespace Numerai.Scoring.Benchmarking;

/// <summary>
/// A made-up round in the shape of real ones: predictions that share a common part, half at full precision, four in ten with six decimals
/// and one in ten with two, so heavily tied; a five-bin target; features in five bins; neutralizers of unit length.
/// </summary>
public sealed class SyntheticRound
{
    private const int ModelsHandedOver = 16;

    /// <summary>Makes a round; the same options give the same numbers.</summary>
    /// <param name="options">Its size.</param>
    /// <param name="submitted">When given, receives predictions as they arrive, a few models at a time with the number of the first, and
    /// nothing is kept of them; otherwise all are kept in <see cref="Predictions"/>.</param>
    public SyntheticRound(ScoringBenchmarkOptions options, Action<int, ReadOnlyMemory<double>>? submitted = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        Rows = options.Rows;
        Models = options.Models;
        Random random = new(options.Seed);
        double[] common = Column(Rows, () => random.NextDouble());
        Target = [.. common.Select(value => Bin(Mix(value, random.NextDouble(), 0.1)))];
        Predictions = new double[(long)Rows * (submitted is null ? Models : Math.Min(ModelsHandedOver, Models))];
        int held = Predictions.Length / Rows;
        for (int model = 0; model < Models; model++)
        {
            int place = model % held;
            FillModel(random, common, model, Predictions.AsSpan(place * Rows, Rows));
            if (submitted is not null && (place == held - 1 || model == Models - 1))
            {
                submitted(model - place, Predictions.AsMemory(0, (place + 1) * Rows));
            }
        }

        double[] features = Column(Rows * options.Features, () => random.Next(5));
        int dependent = Math.Min(options.DependentFeatures + options.NearlyDependentFeatures, options.Features - 2);
        MakeDependent(features, options.Features, dependent);
        Disturb(random, features, options.Features - Math.Min(options.NearlyDependentFeatures, Math.Max(dependent, 0)), options.Features);
        Features = new ColumnMatrix(Rows, options.Features, features);
        double scale = Math.Sqrt(12.0 / Rows);
        Neutralizers = new ColumnMatrix(
            Rows, options.Neutralizers, Column(Rows * options.Neutralizers, () => (random.NextDouble() - 0.5) * scale));
        SampleWeights = Column(Rows, () => 0.5 + random.NextDouble());
        Stakes = Column(Models, () => Math.Round(100 * random.NextDouble(), 2));
    }

    /// <summary>Rows of the universe.</summary>
    public int Rows { get; }

    /// <summary>The number of models.</summary>
    public int Models { get; }

    /// <summary>Predictions, model after model; when they were handed over, the last few.</summary>
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

    /// <summary>Bytes of all of these, every model's predictions among them, kept or not.</summary>
    public long Bytes => sizeof(double) * (((long)Rows * Models) + Target.Length + SampleWeights.Length + Stakes.Length
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

    /// <summary>Makes each of the last features the sum of two that are not among them.</summary>
    private void MakeDependent(double[] features, int count, int dependent)
    {
        int free = count - dependent;
        for (int index = free; index < count; index++)
        {
            System.Numerics.Tensors.TensorPrimitives.Add(
                features.AsSpan(index % free * Rows, Rows), features.AsSpan((index + 1) % free * Rows, Rows),
                features.AsSpan(index * Rows, Rows));
        }
    }

    /// <summary>Adds noise to the last features, so that they are only nearly sums of others.</summary>
    private void Disturb(Random random, double[] features, int first, int end)
    {
        for (int index = first; index < end; index++)
        {
            double size = Math.Pow(10, -3 - (index % 4));
            foreach (ref double value in features.AsSpan(index * Rows, Rows))
            {
                value += size * (random.NextDouble() - 0.5);
            }
        }
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

    private void FillModel(Random random, double[] common, int model, Span<double> predictions)
    {
        int decimals = (model % 10) switch
        {
            < 5 => 15,
            < 9 => 6,
            _ => 2,
        };
        for (int row = 0; row < Rows; row++)
        {
            double value = Mix(common[row], random.NextDouble(), 0.3);
            predictions[row] = decimals == 15 ? value : Math.Round(value, decimals);
        }
    }
}
