namespace Numerai.Data.Panels;

/// <summary>How large and how predictable an invented market is. The same options give the same panel, bit for bit.</summary>
public sealed record SyntheticMarketOptions
{
    public int Seed { get; init; } = 1;

    public int Securities { get; init; } = 300;

    /// <summary>Years of 252 trading days; the first about 1.1 years warm the features up.</summary>
    public double Years { get; init; } = 6;

    public int Sectors { get; init; } = 11;

    /// <summary>First trading day; weekends are skipped, there are no holidays.</summary>
    public DateOnly Start { get; init; } = new(2012, 1, 2);

    /// <summary>
    /// Scales the part of idiosyncratic returns that past prices and volumes foretell. 0 makes a market without any edge; at 1 a ridge on
    /// the features reaches a mean CORR of about 0.03 an era (0.02 to 0.05, by seed).
    /// </summary>
    public double SignalStrength { get; init; } = 1;

    /// <summary>Share of the signals' strength lost from the first to the last day, as they become known; 0 to 1.</summary>
    public double SignalDecay { get; init; } = 0.3;

    /// <summary>Share of securities that list late or are delisted early.</summary>
    public double TurnoverShare { get; init; } = 0.15;

    /// <summary>Share of single closes and volumes that are missing.</summary>
    public double MissingShare { get; init; } = 0.001;
}
