using System.Globalization;
using System.Net;
using System.Text;
using Numerai.Charts;
using Numerai.Simulations.Research;
using Numerai.Simulations.Sweeps;

namespace Numerai.Simulations.Reports;

/// <summary>One self-contained page on a sweep: the table of points, and how each statistic moves with each parameter.</summary>
public static class SweepReport
{
    /// <summary>Statistics shown when a sweep names none.</summary>
    public static IReadOnlyList<string> UsualStatistics { get; } =
        [
            "corr.stake-weighted.mean", "corr.equal.mean", "alpha.stake-weighted.mean", "alpha.equal.mean", "paid", "burned", "treasury",
            "gini", "skill.rankCorrelation", "attack.profit", "attack.metaModelDamage", "return.noise"];

    public static string Write(SweepResult sweep, IReadOnlyList<string> statistics)
    {
        var shown = (statistics.Count > 0 ? statistics : UsualStatistics)
            .Where(name => sweep.Points.Any(point => point.Statistics.ContainsKey(name))).ToList();
        var html = new StringBuilder(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, "
                + "initial-scale=1\">");
        html.Append(
            CultureInfo.InvariantCulture,
            $"<title>{WebUtility.HtmlEncode(sweep.Scenario)} – sweep</title><style>{HtmlReport.Style()}</style></head><body>");
        html.Append(
            CultureInfo.InvariantCulture,
            $"<h1>Sweep of {WebUtility.HtmlEncode(sweep.Scenario)}</h1><p class=\"soft\">{sweep.Points.Count} points, "
                + $"{sweep.Method}.</p><h2>Points</h2>");
        var table = new HtmlTable(["point", .. sweep.Parameters, .. shown]);
        foreach (var point in sweep.Points)
        {
            table.Row(
                [
                    HtmlCell.Number(point.Number, "0"), .. point.Values.Select(value => HtmlCell.Number(value, "0.####")),
                    .. shown.Select(name => HtmlCell.Number(Value(point, name), "0.#####"))]);
        }

        html.Append(table).Append("<h2>Range over the points</h2>").Append(Range(sweep, shown))
            .Append("<h2>Rank correlation of parameters with statistics</h2>");
        var effects = new HtmlTable(["statistic", .. sweep.Parameters]);
        foreach (var name in shown)
        {
            effects.Row([name, .. sweep.Parameters.Select((_, place) => HtmlCell.Signed(Effect(sweep, place, name), "0.00"))]);
        }

        html.Append(effects).Append("<h2>Charts</h2><div class=\"charts\">");
        for (var place = 0; place < sweep.Parameters.Count; place++)
        {
            foreach (var name in shown)
            {
                html.Append(Chart(sweep, place, name));
            }
        }

        return html.Append("</div></body></html>\n").ToString();
    }

    /// <summary>How far each statistic goes: what a sweep over seeds is played for.</summary>
    private static HtmlTable Range(SweepResult sweep, List<string> shown)
    {
        var table = new HtmlTable("statistic", "points", "least", "mean", "most", "above 0");
        foreach (var name in shown)
        {
            var values = sweep.Points.Select(point => Value(point, name)).Where(double.IsFinite).ToList();
            table.Row(
                name,
                HtmlCell.Number(values.Count, "0"),
                HtmlCell.Number(values.Min(), "0.#####"),
                HtmlCell.Number(values.Average(), "0.#####"),
                HtmlCell.Number(values.Max(), "0.#####"),
                HtmlCell.Number(values.Count(value => value > 0), "0"));
        }

        return table;
    }

    /// <summary>The mean of the statistic at each value of one parameter.</summary>
    private static string Chart(SweepResult sweep, int place, string name)
    {
        var byValue = sweep.Points.GroupBy(point => point.Values[place]).OrderBy(group => group.Key).ToList();
        return new LineChart
        {
            Title = name,
            XLabel = sweep.Parameters[place],
            YFormat = "0.#####",
            WithZero = false,
            Series = [
                new ChartSeries(
                    "mean over the points",
                    [.. byValue.Select(group => group.Key)],
                    [.. byValue.Select(group => group.Average(point => Value(point, name)))])],
        }.ToHtml();
    }

    private static double Effect(SweepResult sweep, int place, string name)
    {
        var values = sweep.Points.Select(point => point.Values[place]).ToArray();
        var outcomes = sweep.Points.Select(point => Value(point, name)).ToArray();
        return values.Distinct().Count() < 2 || outcomes.Any(double.IsNaN) || outcomes.Distinct().Count() < 2
            ? double.NaN
            : SeriesStatistics.RankCorrelation(values, outcomes);
    }

    private static double Value(SweepPoint point, string name) => point.Statistics.TryGetValue(name, out var value) ? value : double.NaN;
}
