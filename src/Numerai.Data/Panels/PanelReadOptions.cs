namespace Numerai.Data.Panels;

/// <summary>What is said about a folder of prices beyond what its files say themselves.</summary>
public sealed record PanelReadOptions
{
    public static PanelReadOptions Default { get; } = new();

    /// <summary>Columns by what they are, one of <see cref="PanelColumns.Roles"/>; the others are found by the names the field gives
    /// them.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether dates such as 03/04/2021 begin with the day or the month; without it they are refused.</summary>
    public DateOrder DateOrder { get; init; }

    /// <summary>What becomes of days on which few securities trade.</summary>
    public ThinDays ThinDays { get; init; }

    /// <summary>Calendar days between two trading days that still read as a closing of the market.</summary>
    public int LongestClosing { get; init; } = PanelChecks.LongestClosingDays;

    /// <summary>False ignores a membership file: every security counts from its first price.</summary>
    public bool UseMembership { get; init; } = true;
}
