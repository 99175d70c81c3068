namespace Numerai.Charts;

/// <summary>Maps values onto an axis of a chart and chooses round numbers to mark on it.</summary>
internal sealed class ChartScale
{
    private const double Headroom = 0.04;
    private readonly double _low;
    private readonly double _high;
    private readonly double _from;
    private readonly double _to;
    private readonly bool _logarithmic;

    public ChartScale(
        IEnumerable<double> values, double from, double to, bool logarithmic = false, bool withZero = false, bool padded = false)
    {
        var finite = values.Where(double.IsFinite).ToList();
        (_low, _high) = finite.Count == 0 ? (0, 1) : (finite.Min(), finite.Max());
        if (withZero)
        {
            (_low, _high) = (Math.Min(_low, 0), Math.Max(_high, 0));
        }

        if (_high <= _low)
        {
            (_low, _high) = (_low - Math.Max(1e-9, Math.Abs(_low) * 0.1), _high + Math.Max(1e-9, Math.Abs(_high) * 0.1));
        }

        if (padded)
        {
            // A line along the edge would be drawn half outside; an axis that begins at zero stays there.
            var room = Headroom * (_high - _low);
            (_low, _high) = (_low == 0 ? 0 : _low - room, _high == 0 ? 0 : _high + room);
        }

        (_from, _to, _logarithmic) = (from, to, logarithmic);
    }

    public bool Includes(double value) => value >= _low && value <= _high;

    public double Place(double value) => _logarithmic
        ? _from + ((_to - _from) * Math.Log(value / _low) / Math.Log(_high / _low))
        : _from + ((_to - _from) * (value - _low) / (_high - _low));

    /// <summary>About so many round numbers.</summary>
    public IReadOnlyList<double> Ticks(int wanted)
    {
        if (_logarithmic)
        {
            var first = (int)Math.Ceiling(Math.Log10(_low) - 1e-9);
            var last = (int)Math.Floor(Math.Log10(_high) + 1e-9);
            return [.. Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(power => Math.Pow(10, power))];
        }

        var raw = (_high - _low) / wanted;
        var magnitude = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var step = magnitude * (raw / magnitude) switch { <= 1 => 1, <= 2 => 2, <= 2.5 => 2.5, <= 5 => 5, _ => 10 };
        var ticks = new List<double>();
        for (var count = Math.Ceiling(_low / step); count * step <= _high + (step * 1e-9); count++)
        {
            ticks.Add(count == 0 ? 0 : count * step);
        }

        return ticks;
    }
}
