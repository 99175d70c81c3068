using Numerai.Scoring.Diagnostics;
using Numerai.Scoring.LinearAlgebra;
using Numerai.Simulations.Markets;
using Numerai.Simulations.Scenarios;

namespace Numerai.Simulations.Portfolios;

/// <summary>
/// A weekly long/short portfolio of the meta model: neutral to market, sector and beta, positions and turnover limited, paid for with costs
/// and impact. Gross exposure is 1 times the capital; the signal of a round is traded at the close two days after and held five days.
/// </summary>
public static class PortfolioBacktest
{
    private const double WeeksOfYear = 52;
    private const int ClipRounds = 8;

    /// <returns>Null when no round has a meta model or the market has no securities.</returns>
    public static PortfolioResult? Run(IReadOnlyList<PortfolioEra> eras, PortfolioScenario options)
    {
        if (!options.Enabled || eras.All(era => era.Signal is null))
        {
            return null;
        }

        var weeks = Weeks(eras, options);
        var net = weeks.Select(week => week.Return - week.Cost(options.Capital)).ToArray();
        var gross = weeks.Select(week => week.Return).ToArray();
        return new PortfolioResult(
            [
                .. weeks.Select(
                    (week, place) =>
                        new PortfolioWeek(
                            week.Round,
                            week.Return,
                            net[place],
                            week.Turnover,
                            week.Net,
                            week.Beta,
                            week.LargestSector,
                            week.LargestPosition))],
            Performance(gross),
            Performance(net),
            weeks.Average(week => week.Turnover),
            [.. options.Capacities.Select(capital => Capacity(weeks, capital))]);
    }

    private static PortfolioPerformance Performance(double[] returns)
    {
        var summary = EraSummary.Of(returns);
        return new PortfolioPerformance(
            summary.Mean * WeeksOfYear, summary.Deviation * Math.Sqrt(WeeksOfYear), summary.Sharpe * Math.Sqrt(WeeksOfYear),
            summary.MaximumDrawdown);
    }

    private static CapacityPoint Capacity(List<Holding> weeks, double capital)
    {
        var performance = Performance([.. weeks.Select(week => week.Return - week.Cost(capital))]);
        return new CapacityPoint(capital, performance.YearlyReturn, performance.Sharpe, performance.YearlyReturn * capital);
    }

    private static List<Holding> Weeks(IReadOnlyList<PortfolioEra> eras, PortfolioScenario options)
    {
        var held = new Dictionary<int, double>();
        var weeks = new List<Holding>(eras.Count);
        foreach (var era in eras)
        {
            var present = era.Securities.Numbers.ToHashSet();
            var current = Array.ConvertAll(era.Securities.Numbers, number => held.GetValueOrDefault(number));
            var gone = held.Where(position => !present.Contains(position.Key)).OrderBy(position => position.Key)
                .Sum(position => Math.Abs(position.Value));
            var target = era.Signal is { } signal ? Target(signal, era.Securities, options.PositionLimit) : new double[current.Length];
            var trades = Trades(current, target, options.TurnoverLimit);
            var weights = current.Zip(trades, (weight, trade) => weight + trade).ToArray();
            weeks.Add(Holding.Of(era, weights, trades, gone, options));
            held = era.Securities.Numbers.Zip(Drifted(weights, era.Securities.NextReturn)).Where(pair => pair.Second != 0)
                .ToDictionary(pair => pair.First, pair => pair.Second);
        }

        return weeks;
    }

    /// <summary>The signal less what sector and beta explain, scaled to gross exposure 1, no position beyond the limit.</summary>
    private static double[] Target(double[] signal, MarketSecurities securities, double limit)
    {
        var rows = signal.Length;
        var sectors = securities.Sector.Max() + 1;
        var columns = new double[(sectors + 1) * rows];
        for (var row = 0; row < rows; row++)
        {
            columns[(securities.Sector[row] * rows) + row] = 1;
            columns[(sectors * rows) + row] = securities.Beta[row];
        }

        var basis = OrthonormalBasis.Of(new ColumnMatrix(rows, sectors + 1, columns), withConstant: true);
        var weights = (double[])signal.Clone();
        for (var round = 0; round < ClipRounds; round++)
        {
            // Clipping tilts and neutralizing stretches a little; a few rounds of both settle.
            basis.Neutralize(weights);
            var gross = weights.Sum(Math.Abs);
            weights = Array.ConvertAll(weights, weight => gross > 0 ? Math.Clamp(weight / gross, -limit, limit) : 0);
        }

        return weights;
    }

    private static double[] Trades(double[] current, double[] target, double limit)
    {
        var trades = target.Zip(current, (wanted, has) => wanted - has).ToArray();
        var oneWay = trades.Sum(Math.Abs) / 2;
        var share = oneWay > limit ? limit / oneWay : 1;
        return Array.ConvertAll(trades, trade => share * trade);
    }

    private static double[] Drifted(double[] weights, double[] returns) =>
        [.. weights.Zip(returns, (weight, change) => double.IsNaN(change) ? 0 : weight * (1 + change))];
}
