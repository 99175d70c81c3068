using System.Numerics;

namespace Numerai.Contracts;

/// <summary>Divides an amount to the wei.</summary>
public static class NmrSplit
{
    /// <summary>
    /// Shares of an amount in proportion to weights, by largest remainder: each share is rounded down, and the wei that are left go one
    /// each to those that lost most by it, the earlier one first where they lost the same. The shares add up to the amount; where the
    /// weights are amounts that add up to no less than it, no share is more than its weight.
    /// </summary>
    /// <param name="amount">Not negative.</param>
    /// <param name="weights">None negative; they may all be zero where the amount is.</param>
    public static Nmr[] By(Nmr amount, IReadOnlyList<BigInteger> weights)
    {
        var total = weights.Aggregate(BigInteger.Zero, (sum, weight) => sum + weight);
        if (amount.IsNegative || weights.Any(weight => weight.Sign < 0) || (total.IsZero && !amount.IsZero))
        {
            throw new ArgumentException($"{amount} NMR cannot be split by weights that add up to {total}.", nameof(weights));
        }

        if (amount.IsZero)
        {
            return new Nmr[weights.Count];
        }

        var remainders = new BigInteger[weights.Count];
        var shares = new Int128[weights.Count];
        for (var index = 0; index < shares.Length; index++)
        {
            shares[index] = (Int128)BigInteger.DivRem((BigInteger)amount.Wei * weights[index], total, out remainders[index]);
        }

        var left = (int)(amount.Wei - shares.Aggregate(Int128.Zero, (sum, share) => sum + share));
        foreach (var index in Enumerable.Range(0, shares.Length).OrderByDescending(index => remainders[index]).Take(left))
        {
            shares[index]++;
        }

        return [.. shares.Select(share => new Nmr(share))];
    }

    /// <summary>Shares in proportion to other amounts.</summary>
    public static Nmr[] By(Nmr amount, IEnumerable<Nmr> weights) => By(amount, [.. weights.Select(weight => (BigInteger)weight.Wei)]);
}
