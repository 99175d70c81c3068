using System.Globalization;
using System.Text;
using Numerai.Charts;
using Numerai.Simulations.Research;
using Numerai.Simulations.Results;

namespace Numerai.Simulations.Reports;

/// <summary>The part of a report on the meta model.</summary>
internal static class MetaModelSection
{
    public static void Append(StringBuilder html, SimulationSummary summary)
    {
        var study = summary.MetaModels;
        html.Append("<h2>Meta model</h2>");
        var table = new HtmlTable(
            "combination", $"mean {summary.Score}", "95 %", "std", "Sharpe", "95 %", "drawdown", "positive", "less stake-weighted", "95 %");
        foreach (var row in study.Combinations)
        {
            table.Row(
                row.Name == "best-model" ? $"best model, in hindsight ({study.BestModel})" : row.Name,
                HtmlCell.Number(row.Mean.Value),
                HtmlCell.Span(row.Mean),
                HtmlCell.Number(row.Deviation),
                HtmlCell.Number(row.Sharpe.Value, "0.00"),
                HtmlCell.Span(row.Sharpe, "0.00"),
                HtmlCell.Number(row.MaximumDrawdown, "0.0%"),
                HtmlCell.Number(row.SharePositive, "0%"),
                HtmlCell.Number(row.Difference.Value, "+0.0000;-0.0000;0.0000"),
                HtmlCell.Span(row.Difference, colour: true));
        }

        html.Append(table);
        html.Append(
            CultureInfo.InvariantCulture,
            $"<p class=\"soft\">Best variant by Sharpe: {study.BestVariant}; deflated Sharpe {Text(study.DeflatedSharpe)} (probability "
                + $"that its Sharpe is more than the luck of choosing), probability of backtest overfitting "
                    + $"{Text(study.OverfittingProbability)}.</p>");
        AppendCharts(html, summary);
    }

    private static void AppendCharts(StringBuilder html, SimulationSummary summary)
    {
        var rounds = summary.Rounds.Select(round => (double)round.Round).ToArray();
        string[] shown = [
            MetaModelComparison.StakeWeighted, "equal", "performance", "optimised", MetaModelComparison.Benchmark, "best-model"];
        html.Append("<div class=\"charts\">");
        html.Append(new LineChart
        {
            Title = $"{summary.Score} added up over the rounds",
            Caption = $"Each line adds the {summary.Score} of one way to combine the "
                + $"submissions.{(summary.Rounds.Any(round => round.Stressed) ? " Shaded: the market is stressed." : string.Empty)}",
            Series = [
                .. summary.MetaModels.Combinations.Where(row => shown.Contains(row.Name))
                    .Select(row => new ChartSeries(row.Name, rounds, Cumulative(row.Eras)))],
            Bands = Bands(summary),
        }.ToHtml());
        html.Append(new LineChart
        {
            Title = "Effective number of models",
            Caption = "By stakes: 1 / sum of squared shares. By signals: how many independent models the meta model is worth.",
            Series =
            [
                new ChartSeries("by signals", rounds, [.. summary.Rounds.Select(round => round.EffectiveModels)]),
                new ChartSeries("by stakes", rounds, [.. summary.Rounds.Select(round => round.EffectiveStakes)]),
            ],
        }.ToHtml());
        html.Append("</div>");
    }

    /// <summary>Runs of stressed rounds.</summary>
    public static IReadOnlyList<(double From, double To)> Bands(SimulationSummary summary)
    {
        var bands = new List<(double From, double To)>();
        foreach (var round in summary.Rounds.Where(round => round.Stressed))
        {
            if (bands.Count > 0 && bands[^1].To >= round.Round - 0.5)
            {
                bands[^1] = (bands[^1].From, round.Round + 0.5);
            }
            else
            {
                bands.Add((round.Round - 0.5, round.Round + 0.5));
            }
        }

        return [.. bands.Select(band => (Math.Max(band.From, summary.Rounds[0].Round), Math.Min(band.To, summary.Rounds[^1].Round)))];
    }

    public static double[] Cumulative(IEnumerable<double> values)
    {
        double sum = 0;
        return [.. values.Select(value => sum += double.IsNaN(value) ? 0 : value)];
    }

    private static string Text(double value) => HtmlCell.Number(value, "0.00").Text;
}
