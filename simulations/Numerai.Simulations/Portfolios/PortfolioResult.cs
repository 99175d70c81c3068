namespace Numerai.Simulations.Portfolios;

/// <summary>How the portfolio of the meta model did.</summary>
/// <param name="Weeks">Week by week.</param>
/// <param name="Gross">Before costs.</param>
/// <param name="Net">After costs and impact at the scenario's capital.</param>
/// <param name="Turnover">Mean one-way turnover a week, as a share of the gross exposure.</param>
/// <param name="Capacity">The same portfolio with other capitals.</param>
public sealed record PortfolioResult(
    IReadOnlyList<PortfolioWeek> Weeks, PortfolioPerformance Gross, PortfolioPerformance Net, double Turnover,
    IReadOnlyList<CapacityPoint> Capacity);

/// <param name="Gross">Return before costs.</param>
/// <param name="Net">Return after costs.</param>
/// <param name="NetExposure">Long less short.</param>
/// <param name="Beta">Exposure to the market.</param>
/// <param name="LargestSector">Largest net exposure to a sector.</param>
/// <param name="LargestPosition">Largest position.</param>
public sealed record PortfolioWeek(
    int Round, double Gross, double Net, double Turnover, double NetExposure, double Beta, double LargestSector, double LargestPosition);

/// <param name="YearlyReturn">Mean weekly return times 52.</param>
/// <param name="YearlyVolatility">Weekly standard deviation times the root of 52.</param>
/// <param name="Sharpe">Yearly return over yearly volatility.</param>
/// <param name="MaximumDrawdown">Largest loss from a peak, 0 to 1.</param>
public sealed record PortfolioPerformance(double YearlyReturn, double YearlyVolatility, double Sharpe, double MaximumDrawdown);

/// <param name="Capital">Dollars.</param>
/// <param name="YearlyProfit">Dollars a year.</param>
public sealed record CapacityPoint(double Capital, double YearlyReturn, double Sharpe, double YearlyProfit);
