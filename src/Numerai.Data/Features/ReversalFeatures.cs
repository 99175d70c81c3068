using static Numerai.Data.Features.SecurityHistory;
using static Numerai.Data.Features.WindowStatistics;

namespace Numerai.Data.Features;

/// <summary>What has moved fast tends to come back over days, and over years.</summary>
internal static class ReversalFeatures
{
    private const string Family = "reversal";

    public static IEnumerable<FeatureDefinition> All { get; } =
    [
        Of("reversal_1", "-(L(t) - L(t-1))", (h, t) => -h.Change(t, 1)),
        Of("reversal_5", "-(L(t) - L(t-5))", (h, t) => -h.Change(t, 5)),
        Of("reversal_10", "-(L(t) - L(t-10))", (h, t) => -h.Change(t, 10)),
        Of("residual_reversal_5", "-mean e over 5 days", (h, t) => -Mean(Window(h.Residual, t, 5))),
        Of("residual_reversal_21", "-mean e over 21 days", (h, t) => -Mean(Window(h.Residual, t, 21))),
        Of("sector_excess_reversal_5", "-mean of r - r(sector) over 5 days", (h, t) => -Mean(Window(h.SectorExcess, t, 5))),
        Of("scaled_reversal_5", "-(mean e over 5 days) / deviation e over 63 days", (h, t) =>
            -Ratio(Mean(Window(h.Residual, t, 5)), Deviation(Window(h.Residual, t, 63)))),
        Of("long_reversal_504_252", "-(L(t-252) - L(t-504))", (h, t) => -h.Change(t, 504, 252)),
        Of("highest_return_21", "max r over 21 days", (h, t) => Maximum(Window(h.Return, t, 21))),
        Of("lowest_return_21", "min r over 21 days", (h, t) => Minimum(Window(h.Return, t, 21))),
    ];

    private static FeatureDefinition Of(string name, string formula, Func<SecurityHistory, int, double> compute) =>
        FeatureDefinition.Of(Family, name, formula, compute);
}
