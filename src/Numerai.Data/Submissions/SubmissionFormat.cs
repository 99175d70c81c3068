namespace Numerai.Data.Submissions;

/// <summary>What a tournament accepts as a submission. A setting: tournaments differ in these values only.</summary>
public sealed record SubmissionFormat
{
    /// <summary>Allowed names of the id column, spelled exactly.</summary>
    public required IReadOnlyList<string> KeyColumns { get; init; }

    /// <summary>Allowed names of the prediction column, spelled exactly.</summary>
    public required IReadOnlyList<string> ValueColumns { get; init; }

    /// <summary>
    /// Names of a date column that may stand anywhere; the first one found is taken out, a second one is one column too many.
    /// </summary>
    public IReadOnlyList<string> DateColumns { get; init; } = [];

    /// <summary>Whether there must be a date column.</summary>
    public bool DateRequired { get; init; }

    /// <summary>Columns that are ignored with a warning.</summary>
    public IReadOnlyList<string> IgnoredColumns { get; init; } = [];

    /// <summary>The number of live ids a submission needs; null for every one of them.</summary>
    public int? MinimumRows { get; init; }

    /// <summary>Bytes a file may have once unpacked.</summary>
    public int MaximumBytes { get; init; } = 64 << 20;

    /// <summary>Ids that are new in every round: <c>id</c> and every live row.</summary>
    public static SubmissionFormat OfIds { get; } = new() { KeyColumns = ["id"], ValueColumns = ["prediction", "probability"] };

    /// <summary>Securities that keep their ids: any of six kinds of ticker and at least 100 of the universe.</summary>
    public static SubmissionFormat OfTickers { get; } = new()
    {
        KeyColumns = ["ticker", "sedol", "cusip", "bloomberg_ticker", "composite_figi", "numerai_ticker"],
        ValueColumns = ["prediction", "signal"],
        DateColumns = ["date", "friday_date"],
        IgnoredColumns = ["data_type"],
        MinimumRows = 100,
    };
}
