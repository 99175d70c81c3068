using System.Globalization;
using Numerai.Simulations.Research;

namespace Numerai.Simulations.Reports;

/// <summary>A cell of a table.</summary>
/// <param name="Mark">"good" or "bad", or null.</param>
internal readonly record struct HtmlCell(string Text, string? Mark = null)
{
    public static implicit operator HtmlCell(string text) => new(text);

    public static HtmlCell Number(double value, string format = "0.0000") =>
        new(double.IsNaN(value) ? "–" : double.IsPositiveInfinity(value) ? "∞" : value.ToString(format, CultureInfo.InvariantCulture));

    /// <summary>A number coloured by its sign.</summary>
    public static HtmlCell Signed(double value, string format) =>
        Number(value, format) with { Mark = value > 0 ? "good" : value < 0 ? "bad" : null };

    /// <summary>An interval; coloured when it leaves zero out.</summary>
    public static HtmlCell Span(Interval interval, string format = "0.0000", bool colour = false) => double.IsNaN(interval.Low)
        ? new("–")
        : new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{interval.Low.ToString(format, CultureInfo.InvariantCulture)} … "
                    + $"{interval.High.ToString(format, CultureInfo.InvariantCulture)}"),
            colour && interval.ExcludesZero ? (interval.Low > 0 ? "good" : "bad") : null);
}
