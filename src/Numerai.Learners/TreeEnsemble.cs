using Microsoft.ML.Trainers.FastTree;
using Numerai.Data.Features;

namespace Numerai.Learners;

/// <summary>
/// A sum of regression trees over bins, walked directly: the library's own prediction path costs more to set up for one era than the trees
/// cost to walk.
/// </summary>
internal sealed class TreeEnsemble : IPredictor
{
    /// <summary>Rows at a time: their bins and one tree stay close to the processor.</summary>
    private const int BlockRows = 256;

    private readonly IReadOnlyList<string> _names;
    private readonly int[] _places;
    private readonly BinTree[] _trees;

    private TreeEnsemble(IReadOnlyList<string> names, BinTree[] trees)
    {
        _names = names;
        _places = Enumerable.Range(0, names.Count).ToArray();
        _trees = trees;
    }

    public static TreeEnsemble From(RegressionTreeEnsemble ensemble, IReadOnlyList<string> names) =>
        new(names, ensemble.Trees.Zip(ensemble.TreeWeights, (tree, weight) => new BinTree(
            [.. tree.NumericalSplitFeatureIndexes],
            [.. tree.NumericalSplitThresholds],
            [.. tree.LeftChild],
            [.. tree.RightChild],
            [.. tree.LeafValues.Select(value => value * weight)])).ToArray());

    public void Predict(FeatureBlock era, Span<double> predictions)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(predictions.Length, era.RowCount, nameof(predictions));
        var found = ColumnLookup.Find(era, _names, _places);
        var bins = new sbyte[BlockRows * found.Length];
        predictions.Clear();
        for (var first = 0; first < predictions.Length; first += BlockRows)
        {
            var block = predictions.Slice(first, Math.Min(BlockRows, predictions.Length - first));
            Gather(era, found, first, block.Length, bins);
            foreach (var tree in _trees)
            {
                tree.AddTo(bins, found.Length, block);
            }
        }
    }

    /// <summary>The bins of some rows, row after row.</summary>
    private static void Gather(FeatureBlock era, int[] columns, int first, int rows, sbyte[] bins)
    {
        for (var place = 0; place < columns.Length; place++)
        {
            var column = era.Column(columns[place]).Slice(first, rows);
            var to = place;
            foreach (var bin in column)
            {
                bins[to] = bin;
                to += columns.Length;
            }
        }
    }
}
