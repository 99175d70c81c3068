using static Numerai.Data.Features.SecurityHistory;
using static Numerai.Data.Features.WindowStatistics;

namespace Numerai.Data.Features;

/// <summary>How much is traded, how the trade moves the price, and when it is unusual. Size is told by years of trade, for want of shares
/// outstanding.</summary>
internal static class LiquidityFeatures
{
    private const string Family = "liquidity";

    public static IEnumerable<FeatureDefinition> All { get; } =
    [
        FeatureDefinition.Of("size", "size_252", "mean V over 252 days", (h, t) => Mean(Window(h.LogVolume, t, 252))),
        FeatureDefinition.Of("size", "size_change_252", "mean V over 63 days - mean V over 252 days", (h, t) =>
            Mean(Window(h.LogVolume, t, 63)) - Mean(Window(h.LogVolume, t, 252))),
        Of("volume_21", "mean V over 21 days", (h, t) => Mean(Window(h.LogVolume, t, 21))),
        Of("volume_surprise_1", "V(t) - mean V over 63 days", (h, t) => h.LogVolume[t] - Mean(Window(h.LogVolume, t, 63))),
        Of("volume_surprise_5", "mean V over 5 days - mean V over 63 days", (h, t) =>
            Mean(Window(h.LogVolume, t, 5)) - Mean(Window(h.LogVolume, t, 63))),
        Of("volume_surprise_21", "mean V over 21 days - mean V over 252 days", (h, t) =>
            Mean(Window(h.LogVolume, t, 21)) - Mean(Window(h.LogVolume, t, 252))),
        Of("volume_trend_126", "correlation of V with time over 126 days", (h, t) => Trend(Window(h.LogVolume, t, 126))),
        Of("volume_volatility_63", "deviation of V over 63 days", (h, t) => Deviation(Window(h.LogVolume, t, 63))),
        Of("illiquidity_21", "log mean of |r| / dollar volume over 21 days", (h, t) => Illiquidity(h, t, 21)),
        Of("illiquidity_126", "log mean of |r| / dollar volume over 126 days", (h, t) => Illiquidity(h, t, 126)),
        Of("volume_return_correlation_63", "correlation of V and r over 63 days", (h, t) =>
            Correlation(Window(h.LogVolume, t, 63), Window(h.Return, t, 63))),
        Of("volume_move_correlation_63", "correlation of V and |r| over 63 days", (h, t) => MoveCorrelation(h, t)),
        Of("signed_volume_21", "sum of sign(r) x dollar volume / sum of dollar volume over 21 days", (h, t) => SignedVolume(h, t, 21)),
        Of("signed_volume_63", "sum of sign(r) x dollar volume / sum of dollar volume over 63 days", (h, t) => SignedVolume(h, t, 63)),
    ];

    private static FeatureDefinition Of(string name, string formula, Func<SecurityHistory, int, double> compute) =>
        FeatureDefinition.Of(Family, name, formula, compute);

    private static double Illiquidity(SecurityHistory history, int day, int length)
    {
        var returns = Window(history.Return, day, length);
        var volumes = Window(history.LogVolume, day, length);
        double sum = 0;
        for (var i = 0; i < returns.Length; i++)
        {
            sum += Math.Abs(returns[i]) * Math.Exp(-volumes[i]);
        }

        return sum > 0 ? Math.Log(sum / length) : double.NaN;
    }

    private static double SignedVolume(SecurityHistory history, int day, int length)
    {
        var returns = Window(history.Return, day, length);
        var volumes = Window(history.LogVolume, day, length);
        double signed = 0, all = 0;
        for (var i = 0; i < returns.Length; i++)
        {
            if (double.IsNaN(returns[i]))
            {
                return double.NaN;
            }

            var dollars = Math.Exp(volumes[i]);
            signed += Math.Sign(returns[i]) * dollars;
            all += dollars;
        }

        return Ratio(signed, all);
    }

    private static double MoveCorrelation(SecurityHistory history, int day)
    {
        Span<double> moves = stackalloc double[63];
        var returns = Window(history.Return, day, 63);
        for (var i = 0; i < returns.Length; i++)
        {
            moves[i] = Math.Abs(returns[i]);
        }

        return Correlation(Window(history.LogVolume, day, 63), moves[..returns.Length]);
    }
}
