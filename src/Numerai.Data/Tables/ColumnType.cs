using System.Diagnostics.CodeAnalysis;

namespace Numerai.Data.Tables;

/// <summary>The types a table column can hold. Foreign files with narrower or unsigned integers are widened to the next of these.</summary>
[SuppressMessage("Naming", "CA1720:Identifier contains type name",
    Justification = "The width of a stored number is the fact these names tell.")]
public enum ColumnType
{
    /// <summary>UTF-8 text; a missing value is <see langword="null"/>.</summary>
    Text,
    Int8,
    Int32,
    Int64,

    /// <summary>Single precision; a missing value is NaN.</summary>
    Float32,

    /// <summary>Double precision; a missing value is NaN.</summary>
    Float64,
    Boolean,

    /// <summary>A calendar day without time zone.</summary>
    Date,

    /// <summary>An instant in UTC, microsecond resolution when written.</summary>
    Timestamp,
}
