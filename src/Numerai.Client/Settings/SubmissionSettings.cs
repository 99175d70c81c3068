namespace Numerai.Client.Settings;

/// <summary>What a submission must look like.</summary>
/// <param name="DateColumns">Columns that may say which day a row is of.</param>
/// <param name="IgnoredColumns">Columns that are let through unread.</param>
/// <param name="MinimumRows">Live ids needed, or null for every one.</param>
/// <param name="MaximumBytes">Largest upload.</param>
public sealed record SubmissionSettings(
    IReadOnlyList<string> KeyColumns,
    IReadOnlyList<string> ValueColumns,
    IReadOnlyList<string> DateColumns,
    IReadOnlyList<string> IgnoredColumns,
    int? MinimumRows,
    long MaximumBytes);
