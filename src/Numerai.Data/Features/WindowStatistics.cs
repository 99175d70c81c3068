namespace Numerai.Data.Features;

/// <summary>
/// Statistics of a window of daily values. A NaN anywhere in a window makes the result NaN, so a feature exists only when its whole window
/// does. An empty window, one without the variation that a ratio needs, and two windows of which one is not there give NaN too.
/// </summary>
internal static class WindowStatistics
{
    public static double Sum(ReadOnlySpan<double> x)
    {
        double sum = 0;
        foreach (var value in x)
        {
            sum += value;
        }

        return sum;
    }

    public static double Mean(ReadOnlySpan<double> x) => Sum(x) / x.Length;

    /// <summary>Mean squared deviation from the mean.</summary>
    public static double Variance(ReadOnlySpan<double> x)
    {
        var mean = Mean(x);
        double sum = 0;
        foreach (var value in x)
        {
            sum += (value - mean) * (value - mean);
        }

        return sum / x.Length;
    }

    /// <summary>Central moment of order 3 or 4, over n.</summary>
    private static double Moment(ReadOnlySpan<double> x, bool fourth)
    {
        var mean = Mean(x);
        double sum = 0;
        foreach (var value in x)
        {
            var d = value - mean;
            sum += d * d * (fourth ? d * d : d);
        }

        return sum / x.Length;
    }

    /// <summary>Population standard deviation.</summary>
    public static double Deviation(ReadOnlySpan<double> x) => Math.Sqrt(Variance(x));

    /// <summary>Third central moment over the cubed deviation.</summary>
    public static double Skewness(ReadOnlySpan<double> x) => Ratio(Moment(x, fourth: false), Math.Pow(Variance(x), 1.5));

    /// <summary>Fourth central moment over the squared variance; 3 for normal values.</summary>
    public static double Kurtosis(ReadOnlySpan<double> x) => Ratio(Moment(x, fourth: true), Math.Pow(Variance(x), 2));

    /// <summary>
    /// Of two windows that end on different days one may be there and the other, a day earlier, not yet: that is missing.
    /// </summary>
    public static double Covariance(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length)
        {
            return double.NaN;
        }

        var (meanX, meanY) = (Mean(x), Mean(y));
        double sum = 0;
        for (var i = 0; i < x.Length; i++)
        {
            sum += (x[i] - meanX) * (y[i] - meanY);
        }

        return sum / x.Length;
    }

    /// <summary>Slope of the regression of y on x with a constant.</summary>
    public static double Slope(ReadOnlySpan<double> y, ReadOnlySpan<double> x) => Ratio(Covariance(x, y), Variance(x));

    public static double Correlation(ReadOnlySpan<double> x, ReadOnlySpan<double> y) =>
        Ratio(Covariance(x, y), Deviation(x) * Deviation(y));

    /// <summary>Correlation of the values with their position: how steadily they rise.</summary>
    public static double Trend(ReadOnlySpan<double> x)
    {
        var centre = (x.Length - 1) / 2.0;
        double sum = 0;
        for (var i = 0; i < x.Length; i++)
        {
            sum += (i - centre) * x[i];
        }

        var positions = Math.Sqrt(((double)x.Length * x.Length - 1) / 12);
        return Ratio(sum / x.Length, Deviation(x) * positions);
    }

    public static double Maximum(ReadOnlySpan<double> x)
    {
        var best = double.NegativeInfinity;
        foreach (var value in x)
        {
            best = Math.Max(best, value);
        }

        return x.IsEmpty ? double.NaN : best;
    }

    public static double Minimum(ReadOnlySpan<double> x)
    {
        var best = double.PositiveInfinity;
        foreach (var value in x)
        {
            best = Math.Min(best, value);
        }

        return x.IsEmpty ? double.NaN : best;
    }

    /// <summary>Largest fall from an earlier high, in the unit of the values; 0 when they never fall.</summary>
    public static double Drawdown(ReadOnlySpan<double> x)
    {
        double high = double.NegativeInfinity, worst = 0;
        foreach (var value in x)
        {
            high = Math.Max(high, value);
            worst = Math.Max(worst, high - value);
        }

        return worst;
    }

    /// <summary>Square root of the mean squared negative value.</summary>
    public static double DownsideDeviation(ReadOnlySpan<double> x)
    {
        double sum = 0;
        foreach (var value in x)
        {
            // The comparison with NaN is false, so a missing value must be carried by hand.
            sum += value >= 0 ? 0 : value * value;
        }

        return Math.Sqrt(sum / x.Length);
    }

    /// <summary>Share of positive values minus share of negative ones.</summary>
    public static double SignBalance(ReadOnlySpan<double> x)
    {
        double sum = 0;
        foreach (var value in x)
        {
            sum += double.IsNaN(value) ? double.NaN : Math.Sign(value);
        }

        return sum / x.Length;
    }

    /// <summary>A quotient, NaN when the divisor is not positive.</summary>
    public static double Ratio(double dividend, double divisor) => divisor > 0 ? dividend / divisor : double.NaN;
}
