using static Numerai.Data.Features.SecurityHistory;
using static Numerai.Data.Features.WindowStatistics;

namespace Numerai.Data.Features;

/// <summary>What has risen tends to go on rising over months.</summary>
internal static class MomentumFeatures
{
    private const string Family = "momentum";

    public static IEnumerable<FeatureDefinition> All { get; } =
    [
        Of("momentum_21", "L(t) - L(t-21)", (h, t) => h.Change(t, 21)),
        Of("momentum_63", "L(t) - L(t-63)", (h, t) => h.Change(t, 63)),
        Of("momentum_126", "L(t) - L(t-126)", (h, t) => h.Change(t, 126)),
        Of("momentum_126_21", "L(t-21) - L(t-126)", (h, t) => h.Change(t, 126, 21)),
        Of("momentum_252_21", "L(t-21) - L(t-252)", (h, t) => h.Change(t, 252, 21)),
        Of("momentum_252_126", "L(t-126) - L(t-252)", (h, t) => h.Change(t, 252, 126)),
        Of("momentum_acceleration", "L(t) - 2 L(t-63) + L(t-126)", (h, t) => h.Change(t, 63) - h.Change(t, 126, 63)),
        Of("residual_momentum_126_21", "sum e over t-125..t-21, over its deviation", (h, t) => RiskAdjusted(h.Residual, t - 21, 105)),
        Of("residual_momentum_252_21", "sum e over t-251..t-21, over its deviation", (h, t) => RiskAdjusted(h.Residual, t - 21, 231)),
        Of("sector_excess_momentum_126", "sum of r - r(sector) over 126 days", (h, t) => Sum(Whole(h.SectorExcess, t, 126))),
        Of("return_to_risk_126", "mean r / deviation r over 126 days", (h, t) => RiskAdjusted(h.Return, t, 126)),
        Of("below_high_252", "L(t) - max L over 252 days", (h, t) => h.LogClose[t] - Maximum(Window(h.LogClose, t, 252))),
        Of("above_low_252", "L(t) - min L over 252 days", (h, t) => h.LogClose[t] - Minimum(Window(h.LogClose, t, 252))),
        Of("average_gap_50", "L(t) - mean L over 50 days", (h, t) => h.LogClose[t] - Mean(Window(h.LogClose, t, 50))),
        Of("average_gap_200", "L(t) - mean L over 200 days", (h, t) => h.LogClose[t] - Mean(Window(h.LogClose, t, 200))),
        Of("average_cross_20_100", "mean L over 20 days - mean L over 100 days", (h, t) =>
            Mean(Window(h.LogClose, t, 20)) - Mean(Window(h.LogClose, t, 100))),
        Of("trend_126", "correlation of L with time over 126 days", (h, t) => Trend(Window(h.LogClose, t, 126))),
        Of("sign_balance_126", "share of days up less share of days down over 126 days", (h, t) => SignBalance(Window(h.Return, t, 126))),
        Of("discreteness_252", "sign(L(t-21) - L(t-252)) x sign balance of r over 252 days", (h, t) =>
            double.IsNaN(h.Change(t, 252, 21)) ? double.NaN : Math.Sign(h.Change(t, 252, 21)) * SignBalance(Window(h.Return, t, 252))),
    ];

    private static FeatureDefinition Of(string name, string formula, Func<SecurityHistory, int, double> compute) =>
        FeatureDefinition.Of(Family, name, formula, compute);

    private static double RiskAdjusted(double[] series, int day, int length)
    {
        var window = Whole(series, day, length);
        return Ratio(Mean(window), Deviation(window));
    }

    /// <summary>A window, or one NaN when it does not exist: the sum of an empty window would read as 0.</summary>
    private static ReadOnlySpan<double> Whole(double[] series, int day, int length)
    {
        var window = Window(series, day, length);
        return window.IsEmpty ? Absent : window;
    }

    private static readonly double[] Absent = [double.NaN];
}
