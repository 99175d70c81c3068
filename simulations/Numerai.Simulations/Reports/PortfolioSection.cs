using System.Globalization;
using System.Text;
using Numerai.Charts;
using Numerai.Simulations.Portfolios;
using Numerai.Simulations.Results;

namespace Numerai.Simulations.Reports;

/// <summary>The part of a report on the portfolio of the meta model.</summary>
internal static class PortfolioSection
{
    public static void Append(StringBuilder html, SimulationSummary summary)
    {
        if (summary.Portfolio is not { } portfolio)
        {
            return;
        }

        html.Append(
            "<h2>Portfolio</h2><p>Long/short of the meta model, neutral to market, sector and beta, gross exposure 1 times the capital, "
                + "rebalanced weekly.</p>");
        html.Append(
            new HtmlTable("", "return a year", "volatility a year", "Sharpe", "largest drawdown")
                .Row(Cells("before costs", portfolio.Gross)).Row(Cells("after costs and impact", portfolio.Net)));
        html.Append(
            CultureInfo.InvariantCulture,
            $"<p class=\"soft\">One-way turnover {portfolio.Turnover:P0} a week. Largest exposures of any week: net "
                + $"{portfolio.Weeks.Max(week => Math.Abs(week.NetExposure)):P1}, beta "
                    + $"{portfolio.Weeks.Max(week => Math.Abs(week.Beta)):0.000}, sector "
                        + $"{portfolio.Weeks.Max(week => week.LargestSector):P1}, position "
                            + $"{portfolio.Weeks.Max(week => week.LargestPosition):P2}.</p>");
        var rounds = portfolio.Weeks.Select(week => (double)week.Round).ToArray();
        var net = Growth(portfolio.Weeks.Select(week => week.Net));
        html.Append("<div class=\"charts\">");
        html.Append(new LineChart
        {
            Title = "Growth of 1",
            WithZero = false,
            Series = [
                new ChartSeries("before costs", rounds, Growth(portfolio.Weeks.Select(week => week.Gross))),
                new ChartSeries("after costs", rounds, net)],
            Bands = MetaModelSection.Bands(summary),
        }.ToHtml());
        html.Append(
            new LineChart
            {
                Title = "Drawdown after costs",
                YFormat = "0.0%",
                Series = [new ChartSeries("drawdown", rounds, Drawdown(net))],
                Bands = MetaModelSection.Bands(summary),
            }.ToHtml());
        html.Append(new LineChart
        {
            Title = "Capacity: return a year by capital",
            XLabel = "capital, dollars",
            YFormat = "0.0%",
            LogarithmicX = true,
            Series = [
                new ChartSeries(
                    "after costs and impact",
                    [.. portfolio.Capacity.Select(point => point.Capital)],
                    [.. portfolio.Capacity.Select(point => point.YearlyReturn)])],
        }.ToHtml());
        html.Append(new LineChart
        {
            Title = "Exposures",
            YFormat = "0.000%",
            Series =
            [
                new ChartSeries("net", rounds, [.. portfolio.Weeks.Select(week => week.NetExposure)]),
                new ChartSeries("beta", rounds, [.. portfolio.Weeks.Select(week => week.Beta)]),
                new ChartSeries("largest sector", rounds, [.. portfolio.Weeks.Select(week => week.LargestSector)]),
            ],
        }.ToHtml());
        html.Append("</div>");
    }

    private static HtmlCell[] Cells(string name, PortfolioPerformance performance) =>
    [
        name, HtmlCell.Signed(performance.YearlyReturn, "0.0%"), HtmlCell.Number(performance.YearlyVolatility, "0.0%"),
        HtmlCell.Number(performance.Sharpe, "0.00"),
        HtmlCell.Number(performance.MaximumDrawdown, "0.0%"),
    ];

    private static double[] Growth(IEnumerable<double> returns)
    {
        double value = 1;
        return [.. returns.Select(change => value *= 1 + change)];
    }

    private static double[] Drawdown(double[] growth)
    {
        var peak = 1.0;
        return [.. growth.Select(value => (value / (peak = Math.Max(peak, value))) - 1)];
    }
}
