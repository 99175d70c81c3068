using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Numerai.Charts;
using Numerai.Simulations.Reports;
using Numerai.Simulations.Results;
using Numerai.Simulations.Staking;

namespace Numerai.Simulations.Backtests;

/// <summary>One self-contained page on a backtest, made from the report alone: no scripts, no other files.</summary>
internal static class BacktestPage
{
    private static readonly string[] _first =
        [
            "paid", "burned", "treasury", "shortfall", "atRisk", "gini", "corr.stake-weighted.mean", "portfolio.sharpe",
            "skill.rankCorrelation"];

    public static string Write(BacktestReport report, string sha256)
    {
        var (name, seed) = ((string?)report.Scenario["name"] ?? "?", report.Scenario["seed"]?.ToJsonString() ?? "?");
        var html = new StringBuilder(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, "
                + "initial-scale=1\">");
        html.Append(
            CultureInfo.InvariantCulture,
            $"<title>{Encode(name)} – backtest of settings</title><style>{HtmlReport.Style()}</style></head><body>");
        html.Append(CultureInfo.InvariantCulture, $"<h1>Other settings for tournament {report.Tournament}</h1>");
        html.Append(
            CultureInfo.InvariantCulture,
            $"<p>{report.Before.Rounds.Count} weekly rounds of the scenario {Encode(name)} (seed {Encode(seed)}), played under the "
                + $"settings of version {Encode(report.Settings["version"]?.ToJsonString() ?? "?")} and under the change below.</p>");
        html.Append("<h2>What changes</h2>").Append(Changes(report));
        html.Append("<h2>What comes of it</h2>").Append(Statistics(report));
        html.Append(
            CultureInfo.InvariantCulture,
            $"<p class=\"soft\">Mean CORR of the meta model, after less before: "
                + $"{HtmlCell.Number(report.MetaModel.Value, "+0.00000;-0.00000").Text} (95 %: "
                    + $"{HtmlCell.Span(report.MetaModel, "0.00000").Text}, bootstrap over blocks of eras).</p>");
        html.Append("<h2>Round by round</h2><div class=\"charts\">");
        html.Append(
            Chart(report, "paid less burned, NMR, summed up", Summed(round => Shares.Number(round.Paid) - Shares.Number(round.Burned))));
        html.Append(Chart(report, "treasury, NMR", Each(round => Shares.Number(round.Treasury)), withZero: false));
        html.Append(Chart(report, "stake at risk, NMR", Each(round => Shares.Number(round.AtRisk))));
        html.Append(Chart(report, "Gini of stakes", Each(round => round.Gini)));
        html.Append(
            Chart(report, "CORR of the meta model, summed up", Summed(round => double.IsNaN(round.MetaModel) ? 0 : round.MetaModel)));
        html.Append(
            "</div><h2>How to check it</h2><p class=\"soft\">The report is a JSON file that holds scenario, seed, settings and change; "
                + "<code>numerai gov backtest verify PROPOSAL</code> plays it again and compares the bytes.</p>");
        html.Append(
            CultureInfo.InvariantCulture,
            $"<p class=\"soft\">SHA-256 <code>{sha256}</code>; simulator {Encode(report.Simulator)}; result hashes "
                + $"<code>{Encode(report.Before.Hash)}</code> and <code>{Encode(report.After.Hash)}</code>.</p>");
        return html.Append("</body></html>\n").ToString();
    }

    private static HtmlTable Changes(BacktestReport report)
    {
        var table = new HtmlTable("setting", "before", "after");
        foreach (var (path, value) in Leaves(report.Patch, string.Empty))
        {
            JsonNode? old = report.Settings;
            foreach (var step in path.Split('.'))
            {
                old = (old as JsonObject)?[step];
            }

            table.Row(path, Text(old), value is null ? "(taken away)" : Text(value));
        }

        return table;
    }

    private static IEnumerable<(string Path, JsonNode? Value)> Leaves(JsonObject patch, string prefix) => patch.SelectMany(member =>
        member.Value is JsonObject inner ? Leaves(inner, $"{prefix}{member.Key}.") : [(prefix + member.Key, member.Value)]);

    private static HtmlTable Statistics(BacktestReport report)
    {
        var table = new HtmlTable("statistic", "before", "after", "difference");
        var shown = _first.Select(name => report.Statistics.FirstOrDefault(row => row.Name == name)).OfType<ComparedStatistic>().ToList();
        foreach (var row in shown.Concat(report.Statistics.Except(shown)))
        {
            table.Row(
                row.Name,
                HtmlCell.Number(row.First, "#,0.#####"),
                HtmlCell.Number(row.Second, "#,0.#####"),
                HtmlCell.Number(row.Difference, "+#,0.#####;-#,0.#####;0"));
        }

        return table;
    }

    private static string Chart(BacktestReport report, string title, Func<BacktestSide, double[]> values, bool withZero = true) =>
        new LineChart
        {
            Title = title,
            YFormat = "#,0.###",
            WithZero = withZero,
            Series = [Series("before", report.Before, values), Series("after", report.After, values)],
        }.ToHtml();

    private static ChartSeries Series(string name, BacktestSide side, Func<BacktestSide, double[]> values) =>
        new(name, [.. side.Rounds.Select(round => (double)round.Round)], values(side));

    private static Func<BacktestSide, double[]> Each(Func<BacktestRound, double> value) => side => [.. side.Rounds.Select(value)];

    private static Func<BacktestSide, double[]> Summed(Func<BacktestRound, double> value) => side =>
    {
        var sum = 0.0;
        return [.. side.Rounds.Select(round => sum += value(round))];
    };

    private static string Text(JsonNode? value) =>
        value is null ? "–" : value.GetValueKind() == JsonValueKind.String ? (string)value! : value.ToJsonString();

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
