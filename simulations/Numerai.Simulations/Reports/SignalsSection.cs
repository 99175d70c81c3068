using System.Globalization;
using System.Text;
using Numerai.Charts;
using Numerai.Simulations.Results;

namespace Numerai.Simulations.Reports;

/// <summary>The part of a report on what submissions held as portfolios have beyond others: portfolio scores, churn and turnover.</summary>
internal static class SignalsSection
{
    /// <summary>Lines that can be told apart in one chart.</summary>
    private const int LinesOfAChart = 6;

    public static void Append(StringBuilder html, SimulationSummary summary)
    {
        if (summary.Signals is not { } study)
        {
            return;
        }

        html.Append("<h2>Portfolios</h2>");
        var table = new HtmlTable(
            "population", "ALPHA", "95 %", "MPC", "95 %", "CORRv4", "FNCv4", "RIC", "ICv2", "churn", "turnover", "at risk");
        foreach (var row in study.Populations)
        {
            table.Row(
                row.Name,
                HtmlCell.Number(row.Alpha.Value),
                HtmlCell.Span(row.Alpha, colour: true),
                HtmlCell.Number(row.Mpc.Value, "0.00000"),
                HtmlCell.Span(row.Mpc, "0.00000", colour: true),
                HtmlCell.Number(row.CorrV4),
                HtmlCell.Number(row.FncV4),
                HtmlCell.Number(row.Ric),
                HtmlCell.Number(row.IcV2),
                HtmlCell.Number(row.Churn, "0.0%"),
                HtmlCell.Number(row.Turnover, "0.0%"),
                HtmlCell.Number(row.AtRiskShare, "0%"));
        }

        html.Append(table);
        html.Append(
            "<p class=\"soft\">Means over the population's submissions. Churn and turnover against the week before; at risk: share of "
                + "the on-time submissions that they left within the limits. A first submission is never at risk.</p>");
        AppendCharts(html, summary);
    }

    private static void AppendCharts(StringBuilder html, SimulationSummary summary)
    {
        var study = summary.Signals!;
        var rounds = summary.Rounds.Select(round => (double)round.Round).ToArray();
        html.Append("<div class=\"charts\">");
        var parts = study.Populations.Chunk(LinesOfAChart).ToList();
        for (var part = 0; part < parts.Count; part++)
        {
            html.Append(new LineChart
            {
                Title = parts.Count == 1
                    ? "ALPHA by population, added up"
                    : string.Create(CultureInfo.InvariantCulture, $"ALPHA by population, added up ({part + 1} of {parts.Count})"),
                Caption = "Each line adds the mean ALPHA of the population's models.",
                Series = [.. parts[part].Select(row => new ChartSeries(row.Name, rounds, MetaModelSection.Cumulative(row.AlphaEras)))],
                Bands = MetaModelSection.Bands(summary),
            }.ToHtml());
        }

        html.Append(new LineChart
        {
            Title = "Churn, turnover and what was at risk",
            Caption = "Means over the submissions of a round; at risk: share of the submissions within the limits.",
            YFormat = "0%",
            Series =
            [
                new ChartSeries("churn", rounds, [.. study.Rounds.Select(round => round.Churn)]),
                new ChartSeries("turnover", rounds, [.. study.Rounds.Select(round => round.Turnover)]),
                new ChartSeries("at risk", rounds, [.. study.Rounds.Select(round => round.AtRiskShare)]),
            ],
        }.ToHtml());
        html.Append("</div>");
    }
}
