using static Numerai.Data.Features.SecurityHistory;
using static Numerai.Data.Features.WindowStatistics;

namespace Numerai.Data.Features;

/// <summary>How much, how lopsidedly and how unsteadily a price moves.</summary>
internal static class VolatilityFeatures
{
    private const string Family = "volatility";

    public static IEnumerable<FeatureDefinition> All { get; } =
    [
        Of("volatility_21", "deviation r over 21 days", (h, t) => Deviation(Window(h.Return, t, 21))),
        Of("volatility_63", "deviation r over 63 days", (h, t) => Deviation(Window(h.Return, t, 63))),
        Of("volatility_252", "deviation r over 252 days", (h, t) => Deviation(Window(h.Return, t, 252))),
        Of("residual_volatility_63", "deviation e over 63 days", (h, t) => Deviation(Window(h.Residual, t, 63))),
        Of("residual_volatility_252", "deviation e over 252 days", (h, t) => Deviation(Window(h.Residual, t, 252))),
        Of("volatility_change", "deviation r over 21 days / over 126 days", (h, t) =>
            Ratio(Deviation(Window(h.Return, t, 21)), Deviation(Window(h.Return, t, 126)))),
        Of("downside_volatility_126", "root mean squared negative r over 126 days", (h, t) => DownsideDeviation(Window(h.Return, t, 126))),
        Of("skewness_126", "skewness of r over 126 days", (h, t) => Skewness(Window(h.Return, t, 126))),
        Of("residual_skewness_63", "skewness of e over 63 days", (h, t) => Skewness(Window(h.Residual, t, 63))),
        Of("kurtosis_126", "kurtosis of r over 126 days", (h, t) => Kurtosis(Window(h.Return, t, 126))),
        Of("drawdown_126", "largest fall of L from an earlier high over 126 days", (h, t) => DrawdownOrMissing(h.LogClose, t)),
        Of("autocorrelation_126", "correlation of e with its value the day before over 126 days", (h, t) =>
            Correlation(Window(h.Residual, t, 126), Window(h.Residual, t - 1, 126))),
    ];

    private static FeatureDefinition Of(string name, string formula, Func<SecurityHistory, int, double> compute) =>
        FeatureDefinition.Of(Family, name, formula, compute);

    private static double DrawdownOrMissing(double[] logClose, int day)
    {
        var window = Window(logClose, day, 126);

        // The highest value so far swallows a NaN, so a gap has to be looked for.
        return double.IsNaN(Mean(window)) ? double.NaN : Drawdown(window);
    }
}
