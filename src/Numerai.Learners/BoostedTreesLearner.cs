using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;
using Numerai.Data.Features;

namespace Numerai.Learners;

/// <summary>
/// Gradient-boosted regression trees by ML.NET's FastTree. Weekly eras share most of their 20-day target, so by default every fourth era is
/// enough and four times as fast.
/// </summary>
public sealed class BoostedTreesLearner : ILearner
{
    public int Trees { get; init; } = 100;

    public int Leaves { get; init; } = 8;

    public double LearningRate { get; init; } = 0.05;

    /// <summary>Share of the features each tree may use.</summary>
    public double FeatureShare { get; init; } = 0.3;

    /// <summary>Rows a leaf needs, as a share of the training rows.</summary>
    public double LeastLeafShare { get; init; } = 0.005;

    /// <summary>Learns from every n-th era.</summary>
    public int EraStep { get; init; } = 4;

    public int Seed { get; init; }

    public IPredictor Train(FeatureBlock features, ReadOnlySpan<float> target, ReadOnlySpan<int> era)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(EraStep, 1);
        var newest = era.IsEmpty ? 0 : era[^1];
        var rows = TrainingRows.Of(features, target, era, number => (newest - number) % EraStep == 0);
        var context = new MLContext(Seed);
        var trainer = context.Regression.Trainers.FastTree(new FastTreeRegressionTrainer.Options
        {
            FeatureColumnName = nameof(TreeRow.Bins),
            LabelColumnName = nameof(TreeRow.Target),
            NumberOfTrees = Trees,
            NumberOfLeaves = Leaves,
            LearningRate = LearningRate,
            FeatureFraction = FeatureShare,
            MinimumExampleCountPerLeaf = Math.Max(1, (int)(rows.Target.Length * LeastLeafShare)),
            NumberOfThreads = 1,
            Seed = Seed,
            FeatureSelectionSeed = Seed,
        });
        var model = trainer.Fit(context.Data.LoadFromEnumerable(Rows(rows), Schema(features.ColumnCount)));
        return TreeEnsemble.From(model.Model.TrainedTreeEnsemble, features.Names);
    }

    private static SchemaDefinition Schema(int columns)
    {
        var schema = SchemaDefinition.Create(typeof(TreeRow));
        schema[nameof(TreeRow.Bins)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, columns);
        return schema;
    }

    private static IEnumerable<TreeRow> Rows(TrainingRows rows)
    {
        for (var row = 0; row < rows.Target.Length; row++)
        {
            var bins = new float[rows.Features.ColumnCount];
            for (var column = 0; column < bins.Length; column++)
            {
                bins[column] = rows.Features.Column(column)[row];
            }

            yield return new TreeRow { Bins = bins, Target = rows.Target[row] };
        }
    }

    private sealed class TreeRow
    {
        public float[] Bins { get; init; } = [];

        public float Target { get; init; }
    }
}
