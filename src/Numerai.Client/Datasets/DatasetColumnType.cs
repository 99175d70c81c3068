namespace Numerai.Client.Datasets;

/// <summary>What a column of a data file holds.</summary>
public enum DatasetColumnType
{
    /// <summary>Text: ids, eras, data types.</summary>
    Text,

    /// <summary>Whole numbers of 8 bits: features in bins 0 to 4.</summary>
    Bins,

    /// <summary>Whole numbers of 16 to 64 bits.</summary>
    Integer,

    /// <summary>Floating-point numbers of 32 or 64 bits: targets, predictions, features of other releases.</summary>
    Float,

    Boolean,

    /// <summary>A day; read as text, yyyy-MM-dd.</summary>
    Date,

    /// <summary>Lists, structures, times and others: listed, and refused when they are read.</summary>
    Other,
}
