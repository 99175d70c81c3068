namespace Numerai.Cli.Demo.Daily;

/// <summary>One model of a participant.</summary>
/// <param name="Seed">What tells it apart from others of its kind.</param>
/// <param name="Patience">Share of the day before that a signal keeps, 0 to 1: less churn, later news.</param>
internal sealed record SignalModel(string Name, SignalKind Kind, int Seed, double Patience)
{
    private static readonly string[] _mix =
    [
        "residual_momentum_252_21", "return_to_risk_126", "long_reversal_504_252", "season_1_year", "illiquidity_126", "volume_trend_126",
    ];

    /// <summary>Weights of the features it adds up; empty for kinds that look at nothing.</summary>
    public IReadOnlyList<(string Feature, double Weight)> Recipe => Kind switch
    {
        SignalKind.Momentum => [("momentum_252_21", 1 + (Seed % 3)), ("residual_momentum_252_21", 2), ("return_to_risk_126", Seed % 2)],
        SignalKind.Reversal => [("residual_reversal_21", 2), ("sector_excess_reversal_5", 0.5 * (Seed % 3))],
        SignalKind.LongReversal => [("long_reversal_504_252", 2), ("below_high_252", -1 - (0.5 * (Seed % 3)))],
        SignalKind.Quality =>
            [("return_to_risk_126", 2), ("residual_volatility_252", -1), ("drawdown_126", -1), ("skewness_126", -0.5 * (Seed % 4))],
        SignalKind.LowRisk => [("beta_252", -1), ("volatility_252", -1), ("downside_beta_252", -0.5 * (Seed % 3))],
        SignalKind.Liquidity => [("illiquidity_126", 1 + (0.5 * (Seed % 3))), ("volume_trend_126", -1), ("size_change_252", -0.5)],
        SignalKind.Blend => [.. _mix.Select((feature, index) => (feature, 1 + ((Seed + index) % 3.0)))],
        _ => [],
    };
}
