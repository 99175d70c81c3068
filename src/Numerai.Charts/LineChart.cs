using System.Globalization;
using System.Net;
using System.Text;

namespace Numerai.Charts;

/// <summary>Lines over a common axis, as inline SVG with a key.</summary>
public sealed class LineChart
{
    private const int Width = 560;
    private const int Height = 260;
    private const int Left = 56;
    private const int Right = 12;
    private const int Top = 12;
    private const int Bottom = 34;
    private const int TicksUp = 5;
    private const int TicksAcross = 8;
    private static readonly string[] _colours = [
        "#0969da", "#cf222e", "#1a7f37", "#9a6700", "#8250df", "#bf3989", "#0a7ea4", "#6e7781", "#d4581c", "#4d8a00"];

    public required string Title { get; init; }

    public string Caption { get; init; } = string.Empty;

    public required IReadOnlyList<ChartSeries> Series { get; init; }

    public string XLabel { get; init; } = "round";

    /// <summary>Format of the numbers on the upright axis.</summary>
    public string YFormat { get; init; } = "0.###";

    public bool WithZero { get; init; } = true;

    public bool LogarithmicX { get; init; }

    /// <summary>Stretches of the axis to shade, such as stressed weeks.</summary>
    public IReadOnlyList<(double From, double To)> Bands { get; init; } = [];

    public string ToHtml()
    {
        var x = new ChartScale(Series.SelectMany(series => series.X), Left, Width - Right, LogarithmicX);
        var y = new ChartScale(Series.SelectMany(series => series.Y), Height - Bottom, Top, withZero: WithZero, padded: true);
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<figure><b>{Encode(Title)}</b><div class=\"key\">");
        for (var place = 0; place < Series.Count; place++)
        {
            html.Append(
                CultureInfo.InvariantCulture, $"<span><i style=\"background:{Colour(place)}\"></i>{Encode(Series[place].Name)}</span>");
        }

        html.Append(
            CultureInfo.InvariantCulture, $"</div><svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{Encode(Title)}\">");
        foreach (var (from, to) in Bands)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<rect class=\"band\" x=\"{x.Place(from):F1}\" y=\"{Top}\" width=\"{Math.Max(1, x.Place(to) - x.Place(from)):F1}\" "
                    + $"height=\"{Height - Top - Bottom}\"/>");
        }

        AppendAxes(html, x, y);
        for (var place = 0; place < Series.Count; place++)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<path d=\"{Path(Series[place], x, y)}\" fill=\"none\" stroke=\"{Colour(place)}\" stroke-width=\"1.6\"/>");
        }

        return html.Append(CultureInfo.InvariantCulture, $"</svg><figcaption>{Encode(Caption)}</figcaption></figure>").ToString();
    }

    private void AppendAxes(StringBuilder html, ChartScale x, ChartScale y)
    {
        foreach (var tick in y.Ticks(TicksUp))
        {
            var place = y.Place(tick);
            var kind = Math.Abs(tick) < 1e-12 ? "zero" : "grid";
            html.Append(
                CultureInfo.InvariantCulture,
                $"<line class=\"{kind}\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{place:F1}\" y2=\"{place:F1}\"/>");
            html.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{Left - 6}\" y=\"{place + 4:F1}\" "
                    + $"text-anchor=\"end\">{tick.ToString(YFormat, CultureInfo.InvariantCulture)}</text>");
        }

        foreach (var tick in x.Ticks(TicksAcross))
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{x.Place(tick):F1}\" y=\"{Height - Bottom + 15}\" text-anchor=\"middle\">{Short(tick)}</text>");
        }

        html.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 5}\" text-anchor=\"middle\">{Encode(XLabel)}</text>");
    }

    private static string Path(ChartSeries series, ChartScale x, ChartScale y)
    {
        var path = new StringBuilder();
        var pen = false;
        for (var place = 0; place < series.Y.Count; place++)
        {
            if (!double.IsFinite(series.Y[place]))
            {
                pen = false;
                continue;
            }

            path.Append(CultureInfo.InvariantCulture, $"{(pen ? 'L' : 'M')}{x.Place(series.X[place]):F1} {y.Place(series.Y[place]):F1}");
            pen = true;
        }

        return path.ToString();
    }

    private static string Colour(int place) => _colours[place % _colours.Length];

    private static string Short(double value) => value switch
    {
        >= 1e9 => (value / 1e9).ToString("0.#", CultureInfo.InvariantCulture) + "bn",
        >= 1e6 => (value / 1e6).ToString("0.#", CultureInfo.InvariantCulture) + "m",
        _ => value.ToString("0.###", CultureInfo.InvariantCulture),
    };

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
