using Microsoft.ML.Trainers.FastTree;
using Numerai.Data.Features;

namespace Numerai.Learners;

/// <summary>
/// A sum of regression trees over bins, walked directly: the library's own prediction path costs more to set up for one era than the trees
/// cost to walk.
/// </summary>
internal sealed class TreeEnsemble : IPredictor
{
    private readonly IReadOnlyList<string> _names;
    private readonly int[] _places;
    private readonly Tree[] _trees;

    private TreeEnsemble(IReadOnlyList<string> names, Tree[] trees)
    {
        _names = names;
        _places = Enumerable.Range(0, names.Count).ToArray();
        _trees = trees;
    }

    public static TreeEnsemble From(RegressionTreeEnsemble ensemble, IReadOnlyList<string> names) =>
        new(names, ensemble.Trees.Zip(ensemble.TreeWeights, (tree, weight) =>
        new Tree([.. tree.NumericalSplitFeatureIndexes], [.. tree.NumericalSplitThresholds], [.. tree.LeftChild], [.. tree.RightChild],
            tree.LeafValues.Select(value => value * weight).ToArray())).ToArray());

    public void Predict(FeatureBlock era, Span<double> predictions)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(predictions.Length, era.RowCount, nameof(predictions));
        var found = ColumnLookup.Find(era, _names, _places);
        var row = new sbyte[found.Length];
        for (var i = 0; i < predictions.Length; i++)
        {
            for (var column = 0; column < row.Length; column++)
            {
                row[column] = era.Column(found[column])[i];
            }

            double sum = 0;
            foreach (var tree in _trees)
            {
                sum += tree.Walk(row);
            }

            predictions[i] = sum;
        }
    }

    /// <summary>Children at or above 0 are nodes; below, the bitwise complement of a leaf.</summary>
    private sealed record Tree(int[] Features, float[] Thresholds, int[] Left, int[] Right, double[] Leaves)
    {
        public double Walk(ReadOnlySpan<sbyte> row)
        {
            if (Features.Length == 0)
            {
                return Leaves.Length == 0 ? 0 : Leaves[0];
            }

            var node = 0;
            while (node >= 0)
            {
                node = row[Features[node]] <= Thresholds[node] ? Left[node] : Right[node];
            }

            return Leaves[~node];
        }
    }
}
