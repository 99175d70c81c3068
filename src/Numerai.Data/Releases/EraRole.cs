namespace Numerai.Data.Releases;

/// <summary>Where an era of a panel goes.</summary>
public enum EraRole
{
    /// <summary><c>train.parquet</c>, data type <c>train</c>.</summary>
    Train,

    /// <summary>Published nowhere: its longest target would overlap the first validation era.</summary>
    Purged,

    /// <summary><c>validation.parquet</c>, data type <c>validation</c>.</summary>
    Validation,

    /// <summary><c>validation.parquet</c>, data type <c>test</c>: its target is not known yet when the first round opens.</summary>
    Test,

    /// <summary>A live round.</summary>
    Round,

    /// <summary>After the last round; its target lies beyond the panel.</summary>
    Unused,
}
