namespace Numerai.Learners;

/// <summary>
/// A regression tree over bins, laid out so that every row takes the same number of steps and no step is a branch: a leaf leads to itself,
/// and which child comes next is worked out from the sign of a difference.
/// </summary>
internal sealed class BinTree
{
    private readonly int[] _features;
    private readonly int[] _limits;
    private readonly int[] _children;
    private readonly double[] _values;
    private readonly int _depth;

    /// <param name="features">The feature that each node looks at.</param>
    /// <param name="thresholds">A row goes left when its bin is at or below.</param>
    /// <param name="left">Children at or above 0 are nodes; below, the bitwise complement of a leaf.</param>
    /// <param name="right">As <paramref name="left"/>.</param>
    /// <param name="leaves">Values of the leaves.</param>
    public BinTree(int[] features, float[] thresholds, int[] left, int[] right, double[] leaves)
    {
        var nodes = features.Length;
        var size = nodes + Math.Max(1, leaves.Length);
        _features = new int[size];
        _limits = new int[size];
        _children = new int[2 * size];
        _values = new double[size];
        for (var node = 0; node < nodes; node++)
        {
            _features[node] = features[node];
            _limits[node] = Limit(thresholds[node]);
            _children[2 * node] = Place(left[node]);
            _children[(2 * node) + 1] = Place(right[node]);
        }

        for (var leaf = nodes; leaf < size; leaf++)
        {
            _children[2 * leaf] = _children[(2 * leaf) + 1] = leaf;
            _values[leaf] = leaf - nodes < leaves.Length ? leaves[leaf - nodes] : 0;
        }

        _depth = Depth(0);

        int Place(int child) => child >= 0 ? child : nodes + ~child;

        int Depth(int place) => place >= nodes ? 0 : 1 + Math.Max(Depth(_children[2 * place]), Depth(_children[(2 * place) + 1]));
    }

    /// <summary>Adds the tree's value for each row to its sum.</summary>
    /// <param name="bins">Row after row.</param>
    /// <param name="width">Bins of a row.</param>
    /// <param name="sums">One sum a row.</param>
    public void AddTo(ReadOnlySpan<sbyte> bins, int width, Span<double> sums)
    {
        for (var row = 0; row < sums.Length; row++)
        {
            var own = bins.Slice(row * width, width);
            var node = 0;
            for (var step = 0; step < _depth; step++)
            {
                var over = (_limits[node] - own[_features[node]]) >>> 31;
                node = _children[(2 * node) + over];
            }

            sums[row] += _values[node];
        }
    }

    /// <summary>The largest bin that is not above a threshold, which compares alike with every bin.</summary>
    private static int Limit(float threshold) =>
        float.IsNaN(threshold) ? sbyte.MinValue - 1 : (int)Math.Clamp(MathF.Floor(threshold), sbyte.MinValue - 1, sbyte.MaxValue);
}
