namespace Numerai.Data.Panels;

/// <summary>
/// Raw market data: trading days x securities. Series are stored security by security, so one security's history is one span.
/// A panel that exists has passed <see cref="PanelChecks"/>; a missing price is NaN.
/// </summary>
public sealed class PricePanel
{
    private readonly double[] _close;
    private readonly double[] _dollarVolume;
    private readonly bool[]? _member;
    private readonly int _longestClosing;

    /// <param name="dates">Trading days, strictly ascending.</param>
    /// <param name="securities">Tickers, unique.</param>
    /// <param name="sectors">Sector of each security; empty text when unknown.</param>
    /// <param name="close">Close adjusted for splits and dividends, security-major, NaN = missing.</param>
    /// <param name="dollarVolume">Raw close times shares traded, any one currency unit, security-major, NaN = missing.</param>
    /// <param name="member">Whether the security belonged to the universe that day, security-major; null = always.</param>
    /// <param name="longestClosing">Calendar days between two trading days that still read as a closing of the market.</param>
    /// <exception cref="DataFormatException">The panel breaks a rule of <see cref="PanelChecks"/>.</exception>
    public PricePanel(IReadOnlyList<DateOnly> dates, IReadOnlyList<string> securities, IReadOnlyList<string> sectors,
        double[] close, double[] dollarVolume, bool[]? member = null, int longestClosing = PanelChecks.LongestClosingDays)
    {
        Dates = dates;
        Securities = securities;
        Sectors = sectors;
        _close = close;
        _dollarVolume = dollarVolume;
        _member = member;
        _longestClosing = longestClosing;
        PanelChecks.Check(this, close, dollarVolume, member, longestClosing);
    }

    public IReadOnlyList<DateOnly> Dates { get; }

    public IReadOnlyList<string> Securities { get; }

    /// <summary>Sector of each security, in the order of <see cref="Securities"/>.</summary>
    public IReadOnlyList<string> Sectors { get; }

    /// <summary>Adjusted closes of one security, one a day.</summary>
    public ReadOnlySpan<double> Close(int security) => _close.AsSpan(security * Dates.Count, Dates.Count);

    /// <summary>Dollar volumes of one security, one a day.</summary>
    public ReadOnlySpan<double> DollarVolume(int security) => _dollarVolume.AsSpan(security * Dates.Count, Dates.Count);

    /// <summary>Whether the security belonged to the universe on that day.</summary>
    public bool IsMember(int security, int day) => _member is null || _member[(security * Dates.Count) + day];

    /// <summary>The same panel up to and including a day: what was known at its close.</summary>
    public PricePanel Until(int lastDay)
    {
        var days = lastDay + 1;
        return new PricePanel(Dates.Take(days).ToArray(), Securities, Sectors, Cut(_close, days), Cut(_dollarVolume, days),
            _member is null ? null : Cut(_member, days), _longestClosing);
    }

    private T[] Cut<T>(T[] values, int days)
    {
        var cut = new T[Securities.Count * days];
        for (var security = 0; security < Securities.Count; security++)
        {
            values.AsSpan(security * Dates.Count, days).CopyTo(cut.AsSpan(security * days));
        }

        return cut;
    }
}
