using System.Runtime.CompilerServices;

namespace Numerai.Scoring.Statistics;

/// <summary>The quantile (inverse distribution function) of the standard normal distribution.</summary>
public static class NormalQuantile
{
    // Rational approximations of algorithm AS 241 (PPND16), M. J. Wichura, Applied Statistics 37 (1988), 477-484:
    // about one part in 10^16 over the whole range of doubles.
    private static ReadOnlySpan<double> CentralNumerator =>
    [
        2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
        13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608,
    ];

    private static ReadOnlySpan<double> CentralDenominator =>
    [
        5226.495278852545925, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
        5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1.0,
    ];

    private static ReadOnlySpan<double> MiddleNumerator =>
    [
        7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258,
        3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734,
    ];

    private static ReadOnlySpan<double> MiddleDenominator =>
    [
        1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
        0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1.0,
    ];

    private static ReadOnlySpan<double> TailNumerator =>
    [
        2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093,
        0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772,
    ];

    private static ReadOnlySpan<double> TailDenominator =>
    [
        2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
        0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1.0,
    ];

    /// <summary>The value a standard normal variable stays below with the given probability.</summary>
    /// <param name="probability">0 gives -infinity, 1 gives infinity, NaN and values outside 0..1 give NaN.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Of(double probability)
    {
        if (!(probability >= 0 && probability <= 1))
        {
            return double.NaN;
        }

        if (probability == 0 || probability == 1)
        {
            return probability == 0 ? double.NegativeInfinity : double.PositiveInfinity;
        }

        double centered = probability - 0.5;
        if (Math.Abs(centered) <= 0.425)
        {
            double square = 0.180625 - (centered * centered);
            return centered * Ratio(CentralNumerator, CentralDenominator, square);
        }

        double root = Math.Sqrt(-Math.Log(centered < 0 ? probability : 1 - probability));
        double magnitude = root <= 5
            ? Ratio(MiddleNumerator, MiddleDenominator, root - 1.6)
            : Ratio(TailNumerator, TailDenominator, root - 5);
        return centered < 0 ? -magnitude : magnitude;
    }

    /// <summary>The quantile of every probability. The two spans may be the same.</summary>
    public static void Apply(ReadOnlySpan<double> probabilities, Span<double> destination)
    {
        for (int row = 0; row < probabilities.Length; row++)
        {
            destination[row] = Of(probabilities[row]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Ratio(ReadOnlySpan<double> numerator, ReadOnlySpan<double> denominator, double x)
    {
        double above = 0;
        double below = 0;
        for (int term = 0; term < numerator.Length; term++)
        {
            above = (above * x) + numerator[term];
            below = (below * x) + denominator[term];
        }

        return above / below;
    }
}
