namespace Numerai.Data.Features;

/// <summary>
/// What one security has shown, day by day. Every series at day t uses days up to t only. A window that begins before the first day is
/// empty, which makes the features over it missing.
/// </summary>
internal sealed class SecurityHistory(int security, string sector)
{
    public int Security { get; } = security;

    public string Sector { get; } = sector;

    /// <summary>Natural logarithm of the adjusted close, a gap of up to five days filled with the last one.</summary>
    public required double[] LogClose { get; init; }

    /// <summary>Daily log return of <see cref="LogClose"/>.</summary>
    public required double[] Return { get; init; }

    /// <summary>Return less beta (of the day before) times the market's return.</summary>
    public required double[] Residual { get; init; }

    /// <summary>Return less the sector's mean return.</summary>
    public required double[] SectorExcess { get; init; }

    /// <summary>Natural logarithm of the dollar volume plus one, gaps of up to five days filled.</summary>
    public required double[] LogVolume { get; init; }

    /// <summary>Equal-weighted mean return of all securities; shared by all histories.</summary>
    public required double[] Market { get; init; }

    /// <summary>Equal-weighted mean return of the sector; shared by its securities.</summary>
    public required double[] SectorReturn { get; init; }

    /// <summary>The last <paramref name="length"/> values up to and including <paramref name="day"/>; empty when there are not as
    /// many.</summary>
    public static ReadOnlySpan<double> Window(double[] series, int day, int length) =>
        day + 1 >= length ? series.AsSpan(day + 1 - length, length) : [];

    /// <summary>Log price change from <paramref name="from"/> days ago to <paramref name="to"/> days ago, NaN before the first
    /// day.</summary>
    public double Change(int day, int from, int to = 0) => day >= from ? LogClose[day - to] - LogClose[day - from] : double.NaN;
}
