namespace Numerai.Scoring.Statistics;

/// <summary>A power that keeps the sign: <c>sign(x) * |x|^p</c>, the way the field weights the tails.</summary>
public static class SignedPower
{
    /// <summary><c>sign(x) * |x|^1.5</c>. NaN stays NaN, zero stays zero, infinities keep their sign.</summary>
    public static double OneAndAHalf(double value) => value * Math.Sqrt(Math.Abs(value));

    /// <summary><c>sign(x) * |x|^exponent</c> for every value; NaN stays NaN. The two spans may be the same.</summary>
    public static void Apply(ReadOnlySpan<double> values, double exponent, Span<double> destination)
    {
        for (int row = 0; row < values.Length; row++)
        {
            double value = values[row];
            destination[row] = exponent == 1.5
                ? OneAndAHalf(value)
                : double.IsNaN(value) ? double.NaN : Math.Sign(value) * Math.Pow(Math.Abs(value), exponent);
        }
    }
}
