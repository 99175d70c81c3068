using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Numerai.Contracts;

namespace Numerai.Tournament.Rounds.Settlement;

/// <summary>
/// The arithmetic that pays and burns. Scores come in as published (9 decimals) and everything from there on is exact integer
/// arithmetic with one named rounding a step, so that anyone can compute it again to the wei.
/// </summary>
public static class PayoutFormula
{
    /// <summary>Decimals of the payout factor.</summary>
    public const int FactorDecimals = 18;

    /// <summary>Decimals of the payout multiplier.</summary>
    public const int MultiplierDecimals = 12;

    /// <summary><c>f = min(1, threshold / total at risk)</c>, rounded half to even to 18 decimals; 1 when nothing is at risk.</summary>
    public static decimal Factor(Nmr threshold, Nmr atRisk)
    {
        if (atRisk <= threshold)
        {
            return 1m;
        }

        var scaled = RoundedDivision((BigInteger)threshold.Wei * BigInteger.Pow(10, FactorDecimals), (BigInteger)atRisk.Wei);
        return ToDecimal(scaled, FactorDecimals);
    }

    /// <summary>
    /// <c>x = clip(f * sum(multiplier * score), -clip, +clip)</c>, rounded half to even to 12 decimals. A score that is absent counts 0.
    /// </summary>
    public static decimal Multiplier(PayoutSettings payout, decimal factor, ImmutableSortedDictionary<string, decimal> scores)
    {
        // Multipliers and scores have at most 9 decimals each, so their products have at most 18 and the sum is a whole number of 10^-18.
        var sum = BigInteger.Zero;
        foreach (var (name, multiplier) in payout.Multipliers)
        {
            sum += ToInteger(multiplier, 9) * ToInteger(scores.GetValueOrDefault(name), 9);
        }

        var exact = sum * ToInteger(factor, FactorDecimals);
        var clip = ToInteger(payout.Clip, MultiplierDecimals) * BigInteger.Pow(10, 36 - MultiplierDecimals);
        var clipped = BigInteger.Clamp(exact, -clip, clip);
        return ToDecimal(RoundedDivision(clipped, BigInteger.Pow(10, 36 - MultiplierDecimals)), MultiplierDecimals);
    }

    /// <summary><c>at risk * x</c>, truncated toward zero to whole wei: what is paid (positive) or burned (negative).</summary>
    public static Nmr Amount(Nmr atRisk, decimal multiplier) =>
        atRisk.MultiplyTruncated(ToInteger(multiplier, MultiplierDecimals), BigInteger.Pow(10, MultiplierDecimals));

    private static BigInteger ToInteger(decimal value, int decimals)
    {
        if (decimal.Round(value, decimals) != value)
        {
            throw new ArgumentOutOfRangeException(
                nameof(value), value.ToString(CultureInfo.InvariantCulture), $"More than {decimals} decimals.");
        }

        // Through the text, because value * 10^decimals may need more digits than a decimal has.
        var parts = value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            .Replace(".", string.Empty, StringComparison.Ordinal);
        return BigInteger.Parse(parts, CultureInfo.InvariantCulture);
    }

    private static decimal ToDecimal(BigInteger scaled, int decimals) =>
        (decimal)scaled / (decimal)BigInteger.Pow(10, decimals);

    /// <summary>Divides by a positive number, rounding half to even.</summary>
    private static BigInteger RoundedDivision(BigInteger dividend, BigInteger divisor)
    {
        var quotient = BigInteger.DivRem(BigInteger.Abs(dividend), divisor, out var remainder);
        var twice = (remainder * 2).CompareTo(divisor);
        if (twice > 0 || (twice == 0 && !quotient.IsEven))
        {
            quotient++;
        }

        return dividend.Sign < 0 ? -quotient : quotient;
    }
}
