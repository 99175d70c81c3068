using FsCheck.Xunit;

namespace Numerai.Learners.Tests;

/// <summary>The fast ways to predict give the same bits as the plain ones.</summary>
public sealed class PredictionTests
{
    [Property]
    public bool Weighted_bins_are_added_as_one_by_one(sbyte[] bins, double weight)
    {
        var rows = Enumerable.Repeat(bins, 1 + (64 / (bins.Length + 1))).SelectMany(some => some).ToArray();
        var sums = Enumerable.Range(0, rows.Length).Select(row => row / 3.0).ToArray();
        var expected = sums.Select((sum, row) => sum + (weight * (rows[row] - 2))).ToArray();

        CentredBins.AddScaled(rows, weight, sums);

        return sums.SequenceEqual(expected);
    }

    [Theory]
    [InlineData(1.5f, 1, 10)]
    [InlineData(1.5f, 2, 20)]
    [InlineData(2f, 2, 10)]
    [InlineData(-1f, 0, 20)]
    [InlineData(float.PositiveInfinity, 4, 10)]
    [InlineData(float.NegativeInfinity, 0, 20)]
    [InlineData(float.NaN, 0, 20)]
    public void A_row_goes_left_at_or_below_the_threshold(float threshold, sbyte bin, double leaf)
    {
        var tree = new BinTree([0], [threshold], [~0], [~1], [10, 20]);
        var sums = new double[] { 0.5 };

        tree.AddTo([bin], 1, sums);

        Assert.Equal(0.5 + leaf, sums[0]);
    }

    [Fact]
    public void Branches_of_unlike_depth_end_at_their_own_leaves()
    {
        // Feature 0 decides at the root; on its right, feature 1.
        var tree = new BinTree([0, 1], [1.5f, 2.5f], [~0, ~1], [1, ~2], [1, 10, 100]);
        var sums = new double[3];

        tree.AddTo([0, 4, 3, 2, 3, 3], 2, sums);

        Assert.Equal([1, 10, 100], sums);
    }

    [Fact]
    public void A_tree_without_a_split_is_its_only_leaf()
    {
        var sums = new double[2];

        new BinTree([], [], [], [], [3]).AddTo([0, 1], 1, sums);

        Assert.Equal([3, 3], sums);
    }
}
