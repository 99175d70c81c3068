using System.Numerics;
using FsCheck.Xunit;

namespace Numerai.Contracts.Tests;

public sealed class NmrSplitTests
{
    [Fact]
    public void The_wei_that_are_left_go_to_the_largest_remainders_and_among_equals_to_the_first()
    {
        Assert.Equal([4, 3, 3], Split(10, 1, 1, 1));
        Assert.Equal([4, 4, 3], Split(11, 1, 1, 1));
        Assert.Equal([0, 1, 6], Split(7, 5, 15, 80));
        Assert.Equal([0, 10], Split(10, 0, 3));
        Assert.Equal([0, 0], Split(0, 0, 0));
        Assert.Throws<ArgumentException>(() => Split(1, 0, 0));
        Assert.Throws<ArgumentException>(() => Split(1, 2, -1));
        Assert.Throws<ArgumentException>(() => Split(-1, 2, 1));
    }

    [Property(MaxTest = 1_000)]
    public bool Shares_add_up_to_the_amount_and_none_is_a_wei_away_from_its_part(ulong amount, ushort first, ushort[] others)
    {
        BigInteger[] weights = [first + BigInteger.One, .. others.Select(weight => (BigInteger)weight)];
        var scaled = new Nmr((Int128)amount * 1_000_003);
        var shares = NmrSplit.By(scaled, weights);
        var total = weights.Aggregate((sum, weight) => sum + weight);
        return shares.Aggregate((sum, share) => sum + share) == scaled
            && shares.Zip(weights).All(
                pair => BigInteger.Abs(((BigInteger)pair.First.Wei * total) - ((BigInteger)scaled.Wei * pair.Second)) < total);
    }

    private static int[] Split(int amount, params int[] weights) =>
        [.. NmrSplit.By(new Nmr(amount), [.. weights.Select(weight => (BigInteger)weight)]).Select(share => (int)share.Wei)];
}
