namespace Numerai.Scoring.Statistics;

/// <summary>Pearson's correlation of two columns of equal length.</summary>
public static class Correlation
{
    /// <summary>
    /// <c>sum (x - mean x)(y - mean y) / (|x - mean x| |y - mean y|)</c>, clipped to -1..1. Both columns are centered before anything is
    /// multiplied, so large offsets cost no digits.
    /// </summary>
    /// <returns>NaN when a column is constant, empty, or holds a NaN.</returns>
    public static double Pearson(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        if (left.Length != right.Length)
        {
            throw new ArgumentException($"The columns have {left.Length} and {right.Length} rows; both must be equal.");
        }

        if (Moments.IsConstant(left) || Moments.IsConstant(right))
        {
            return double.NaN;
        }

        double leftMean = Moments.Mean(left);
        double rightMean = Moments.Mean(right);
        double product = 0;
        double leftSquares = 0;
        double rightSquares = 0;
        for (int row = 0; row < left.Length; row++)
        {
            double x = left[row] - leftMean;
            double y = right[row] - rightMean;
            product = double.FusedMultiplyAdd(x, y, product);
            leftSquares = double.FusedMultiplyAdd(x, x, leftSquares);
            rightSquares = double.FusedMultiplyAdd(y, y, rightSquares);
        }

        return FromMoments(product, leftSquares, rightSquares);
    }

    /// <summary>The clipped quotient of a centered product and two centered sums of squares; NaN when one of those is zero.</summary>
    internal static double FromMoments(double product, double leftSquares, double rightSquares) =>
        Math.Clamp(product / (Math.Sqrt(leftSquares) * Math.Sqrt(rightSquares)), -1, 1);
}
