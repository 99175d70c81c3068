namespace Numerai.Data.Signals;

/// <summary>What a daily release is made of.</summary>
public sealed record DailyReleaseOptions
{
    /// <summary>Number of the tournament.</summary>
    public required int Tournament { get; init; }

    /// <summary>Folder of published files.</summary>
    public required string Version { get; init; }

    /// <summary>The kind of id that names the rows: <c>numerai_ticker</c> or <c>symbol</c>.</summary>
    public required string KeyColumn { get; init; }

    /// <summary>Whether days have neutralizers, sample weights, other kinds of id and all four targets.</summary>
    public required bool Portfolio { get; init; }

    /// <summary>Keep the securities that traded most over the last quarter; null for all.</summary>
    public int? LargestSecurities { get; init; }

    /// <summary>Live days, one a trading day: the last ones of the panel whose targets are all known.</summary>
    public int Rounds { get; init; } = 20;

    /// <summary>Targets of 1 to this many days of returns.</summary>
    public required int ScoringDays { get; init; }

    /// <summary>Weeks of history before the first live day.</summary>
    public int HistoryWeeks { get; init; } = 104;
}
