namespace Numerai.Data.Panels;

/// <summary>What becomes of a day on which fewer than half as many securities trade as on the days around it.</summary>
public enum ThinDays
{
    /// <summary>The panel is refused, naming the days.</summary>
    Refuse,

    /// <summary>The day is left out of the panel.</summary>
    Drop,

    /// <summary>It is a trading day like others.</summary>
    Keep,
}
