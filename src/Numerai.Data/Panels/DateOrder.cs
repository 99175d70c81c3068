namespace Numerai.Data.Panels;

/// <summary>How a date of three numbers is meant whose year stands last.</summary>
public enum DateOrder
{
    /// <summary>Nobody said, so that such a date is refused.</summary>
    Undeclared,

    DayFirst,

    MonthFirst,
}
