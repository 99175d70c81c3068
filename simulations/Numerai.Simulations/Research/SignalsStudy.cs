namespace Numerai.Simulations.Research;

/// <summary>What Signals adds to a result: portfolio scores and movement of the submissions.</summary>
/// <param name="Populations">In the scenario's order.</param>
/// <param name="Rounds">By round.</param>
public sealed record SignalsStudy(IReadOnlyList<SignalsPopulation> Populations, IReadOnlyList<SignalsRound> Rounds);

/// <summary>Means over a population's submissions.</summary>
/// <param name="Alpha">ALPHA by era, the mean of its models, with an interval over eras.</param>
/// <param name="Mpc">MPC likewise.</param>
/// <param name="Churn">Over submissions that had one of the week before to be compared with, as turnover.</param>
/// <param name="AtRiskShare">Share of the on-time submissions whose churn and turnover left the stake at risk, 0..1.</param>
/// <param name="AlphaEras">Mean ALPHA of its models by round; NaN without any.</param>
public sealed record SignalsPopulation(
    string Name,
    Interval Alpha,
    Interval Mpc,
    double CorrV4,
    double FncV4,
    double Ric,
    double IcV2,
    double Churn,
    double Turnover,
    double AtRiskShare,
    double[] AlphaEras);

/// <param name="Churn">Mean over submissions that were compared, NaN without any; turnover likewise.</param>
/// <param name="AtRiskShare">Share of the on-time submissions within the limits, 0..1.</param>
public sealed record SignalsRound(int Round, double Churn, double Turnover, double AtRiskShare);
