using static Numerai.Data.Features.SecurityHistory;
using static Numerai.Data.Features.WindowStatistics;

namespace Numerai.Data.Features;

/// <summary>How a security moves with the market and its sector.</summary>
internal static class BetaFeatures
{
    private const string Family = "beta";

    public static IEnumerable<FeatureDefinition> All { get; } =
    [
        Of("beta_63", "slope of r on m over 63 days", (h, t) => Slope(Window(h.Return, t, 63), Window(h.Market, t, 63))),
        Of("beta_252", "slope of r on m over 252 days", (h, t) => Slope(Window(h.Return, t, 252), Window(h.Market, t, 252))),
        Of("beta_change", "beta_63 - beta_252", (h, t) =>
            Slope(Window(h.Return, t, 63), Window(h.Market, t, 63)) - Slope(Window(h.Return, t, 252), Window(h.Market, t, 252))),
        Of("downside_beta_252", "slope of r on min(m, 0) over 252 days", (h, t) => DownsideBeta(h, t)),
        Of("lagged_beta_126", "slope of r on the day before's m over 126 days", (h, t) =>
            Slope(Window(h.Return, t, 126), Window(h.Market, t - 1, 126))),
        Of("market_correlation_126", "correlation of r and m over 126 days", (h, t) =>
            Correlation(Window(h.Return, t, 126), Window(h.Market, t, 126))),
        Of("sector_beta_126", "slope of r on r(sector) over 126 days", (h, t) =>
            Slope(Window(h.Return, t, 126), Window(h.SectorReturn, t, 126))),
        Of("coskewness_252", "correlation of e with m squared over 252 days", (h, t) => Coskewness(h, t)),
    ];

    private static FeatureDefinition Of(string name, string formula, Func<SecurityHistory, int, double> compute) =>
        FeatureDefinition.Of(Family, name, formula, compute);

    private static double DownsideBeta(SecurityHistory history, int day)
    {
        Span<double> losses = stackalloc double[252];
        var market = Window(history.Market, day, 252);
        for (var i = 0; i < market.Length; i++)
        {
            losses[i] = Math.Min(market[i], 0);
        }

        return Slope(Window(history.Return, day, 252), losses[..market.Length]);
    }

    private static double Coskewness(SecurityHistory history, int day)
    {
        Span<double> squares = stackalloc double[252];
        var market = Window(history.Market, day, 252);
        for (var i = 0; i < market.Length; i++)
        {
            squares[i] = market[i] * market[i];
        }

        return Correlation(Window(history.Residual, day, 252), squares[..market.Length]);
    }
}
