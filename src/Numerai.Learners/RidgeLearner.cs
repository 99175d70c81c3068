using MathNet.Numerics.LinearAlgebra;
using Numerai.Data.Features;
using Numerai.Scoring.Statistics;

namespace Numerai.Learners;

/// <summary>
/// Ridge regression of the centred target on centred bins: <c>(X'X + penalty * n * 2 I) w = X'(y - 0.5)</c>, solved by Cholesky. 2 is the
/// variance of five equal bins, so the penalty is in units of a column's own product with itself.
/// </summary>
public sealed class RidgeLearner : ILearner
{
    private const int ChunkRows = 8192;
    private const double BinVariance = 2;

    /// <summary>Strength of the shrinkage, above 0.</summary>
    public double Penalty { get; init; } = 0.1;

    /// <summary>Share of the features used, above 0 to 1; which ones follows from <see cref="Seed"/>.</summary>
    public double FeatureShare { get; init; } = 1;

    public int Seed { get; init; }

    public IPredictor Train(FeatureBlock features, ReadOnlySpan<float> target, ReadOnlySpan<int> era)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Penalty);
        var rows = TrainingRows.Of(features, target, era);
        var columns = FeatureSubset.Choose(rows.Features.ColumnCount, FeatureShare, Seed);
        var gram = FeatureGram.Of(rows.Features);
        var matrix = Matrix<double>.Build.Dense(columns.Length, columns.Length, (i, j) =>
            gram[columns[i], columns[j]] + (i == j ? Penalty * BinVariance * rows.Features.RowCount : 0));
        var moments = Vector<double>.Build.Dense(Moments(rows, columns));
        var weights = matrix.Cholesky().Solve(moments).ToArray();
        return new LinearPredictor(Array.ConvertAll(columns, c => rows.Features.Names[c]), columns, weights);
    }

    /// <summary>Products of the centred target with each centred column, in lanes of fixed order so that every machine adds
    /// alike.</summary>
    private static double[] Moments(TrainingRows rows, int[] columns)
    {
        var target = new double[ChunkRows];
        var column = new double[ChunkRows];
        var moments = new double[columns.Length];
        for (var start = 0; start < rows.Target.Length; start += ChunkRows)
        {
            var count = Math.Min(ChunkRows, rows.Target.Length - start);
            for (var i = 0; i < count; i++)
            {
                target[i] = rows.Target[start + i] - 0.5;
            }

            for (var c = 0; c < columns.Length; c++)
            {
                var bins = rows.Features.Column(columns[c]).Slice(start, count);
                for (var i = 0; i < count; i++)
                {
                    column[i] = bins[i] - 2;
                }

                moments[c] += FixedLanes.Dot(column.AsSpan(0, count), target.AsSpan(0, count));
            }
        }

        return moments;
    }
}
