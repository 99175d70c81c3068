using System.Globalization;
using System.Net;
using System.Text;
using Numerai.Simulations.Results;

namespace Numerai.Simulations.Reports;

/// <summary>One self-contained page with everything a simulation came to: no scripts, no other files.</summary>
public static class HtmlReport
{
    public static string Write(SimulationSummary summary)
    {
        var html = new StringBuilder();
        html.Append(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, "
                + "initial-scale=1\">");
        html.Append(
            CultureInfo.InvariantCulture, $"<title>{Encode(summary.Scenario)} – simulation</title><style>{Style()}</style></head><body>");
        html.Append(CultureInfo.InvariantCulture, $"<h1>{Encode(summary.Scenario)}</h1><p>{Encode(summary.Description)}</p>");
        html.Append(
            CultureInfo.InvariantCulture,
            $"<p class=\"soft\">{summary.Rounds.Count} weekly rounds; {Encode(summary.Market)}; played with seed {summary.Seed}.</p>");
        Tiles(html, summary);
        MetaModelSection.Append(html, summary);
        SignalsSection.Append(html, summary);
        PeopleSection.Append(html, summary);
        EconomySection.Append(html, summary);
        PortfolioSection.Append(html, summary);
        html.Append(
            "<h2>How it was made</h2><p class=\"soft\">Every number comes from one run of the tournament's own code (rounds, "
                + "participants, treasury, scoring) under a virtual clock; the books were checked after every round. Intervals are 95 % "
                    + "by bootstrap over blocks of eras.</p>");
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"soft\">Result hash <code>{summary.Hash}</code>.</p>");
        return html.Append("</body></html>\n").ToString();
    }

    private static void Tiles(StringBuilder html, SimulationSummary summary)
    {
        var study = summary.MetaModels.Combinations[0];
        (string Name, string Value)[] tiles =
        [
            ($"mean {summary.Score} of the meta model", Number(study.Mean.Value, "0.0000")),
            ("its Sharpe by era", Number(study.Sharpe.Value, "0.00")),
            ("effective models", Number(summary.Statistics.GetValueOrDefault("effectiveModels", double.NaN), "0.0")),
            ("stake–skill rank correlation", Number(summary.Skill.RankCorrelation.Value, "0.00")),
            ("NMR paid", Number(summary.Economy.Paid, "#,0")),
            ("NMR burned", Number(summary.Economy.Burned, "#,0")),
            ("Gini of stakes at the end", Number(summary.Economy.GiniEnd, "0.00")),
            ("portfolio Sharpe after costs", Number(summary.Portfolio?.Net.Sharpe ?? double.NaN, "0.00")),
        ];
        html.Append("<div class=\"tiles\">");
        foreach (var (name, value) in tiles)
        {
            html.Append(CultureInfo.InvariantCulture, $"<div class=\"tile\"><b>{value}</b><span>{Encode(name)}</span></div>");
        }

        html.Append("</div>");
    }

    private static string Number(double value, string format) => HtmlCell.Number(value, format).Text;

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    internal static string Style()
    {
        using var reader = new StreamReader(typeof(HtmlReport).Assembly.GetManifestResourceStream("report.css")!);
        return reader.ReadToEnd();
    }
}
