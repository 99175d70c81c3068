namespace Numerai.Data.Submissions;

/// <summary>
/// Checks a submission against a round's universe, in the order participants know: headers (when it is parsed), missing ids, duplicates,
/// number of ids, missing predictions, range, variation. Rows whose id is not live matter for nothing but missing ids.
/// </summary>
public static class SubmissionValidator
{
    // A minimum of 0 and a maximum of 1 are let pass, within the tolerance the reference compares with.
    private const double AbsoluteTolerance = 1e-8;
    private const double RelativeTolerance = 1e-5;

    /// <summary>Checks a parsed submission.</summary>
    /// <returns>The valid submission, or the first refusal.</returns>
    public static (ValidSubmission? Submission, SubmissionRefusal? Refusal) Validate(
        ParsedSubmission parsed, SubmissionFormat format, SubmissionUniverse universe)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(universe);
        if (universe.KeyMap(parsed.Header.KeyColumn) is not KeyMap keys)
        {
            return (null, new SubmissionRefusal(
                SubmissionErrorCodes.Headers,
                $"This round's universe has no ids of kind '{parsed.Header.KeyColumn}'; use "
                    + $"{string.Join(" or ", universe.KeyColumns.Select(name => $"'{name}'"))}."));
        }

        LiveRows live = new(parsed, keys);
        SubmissionRefusal? refusal = CheckIds(parsed, format, keys, live) ?? CheckValues(parsed, live);
        return refusal is null
            ? (new ValidSubmission(parsed, universe, keys, live.ValuesByEntry, live.Count, live.Dropped), null)
            : (null, refusal);
    }

    private static SubmissionRefusal? CheckIds(ParsedSubmission parsed, SubmissionFormat format, KeyMap keys, LiveRows live)
    {
        string column = parsed.Header.KeyColumn;
        if (live.MissingIdRow >= 0)
        {
            return Refuse(SubmissionErrorCodes.Ids, $"Column '{column}' has no id in row {live.MissingIdRow + 1}; every row needs one.");
        }

        if (live.DuplicateRow >= 0)
        {
            return SeveralDays(parsed) ?? Refuse(
                SubmissionErrorCodes.Ids,
                $"Column '{column}' has the id '{SubmissionText.Shorten(parsed.KeyText(live.DuplicateRow))}' again in row "
                    + $"{live.DuplicateRow + 1}; "
                + "each live id may stand once.");
        }

        int needed = format.MinimumRows ?? keys.LiveCount;
        return live.Count >= needed
            ? null
            : Refuse(
                SubmissionErrorCodes.Ids,
                $"Column '{column}' holds {live.Count} of this round's {keys.LiveCount} live ids, but {needed} are needed; "
                + "download the latest live ids. " + Example(parsed, live));
    }

    /// <summary>Ids that repeat because the file holds earlier days too, as historical uploads do.</summary>
    private static SubmissionRefusal? SeveralDays(ParsedSubmission parsed)
    {
        if (parsed.Header.DateColumn is not { } column)
        {
            return null;
        }

        HashSet<string> days = new(StringComparer.Ordinal);
        for (int row = 0; row < parsed.Rows; row++)
        {
            days.Add(parsed.DateText(row));
        }

        return days.Count < 2 ? null : Refuse(
            SubmissionErrorCodes.Values,
            $"Column '{column}' holds {days.Count} days, from '{SubmissionText.Shorten(days.Min(StringComparer.Ordinal)!)}' to "
                + $"'{SubmissionText.Shorten(days.Max(StringComparer.Ordinal)!)}', but a submission is of one: keep the rows of this "
                + "round's day, and upload earlier days as diagnostics.");
    }

    private static string Example(ParsedSubmission parsed, LiveRows live) => live.Dropped.Count == 0
        ? $"The file has {parsed.Rows} rows."
        : $"{live.Dropped.Count} rows have ids that are not live, the first is "
            + $"'{SubmissionText.Shorten(parsed.KeyText(live.Dropped[0]))}' in row "
            + $"{live.Dropped[0] + 1}.";

    private static SubmissionRefusal? CheckValues(ParsedSubmission parsed, LiveRows live)
    {
        string column = parsed.Header.ValueColumn;
        if (live.MissingValueRow >= 0)
        {
            string found = parsed.UnreadableValues.TryGetValue(live.MissingValueRow, out string? text)
                ? $"'{text}', which is no number,"
                : "no number";
            return Refuse(
                SubmissionErrorCodes.Values,
                $"Column '{column}' has {found} in row {live.MissingValueRow + 1}; every live id needs a prediction.");
        }

        if (live.Count > 0 && !(live.Lowest >= -AbsoluteTolerance))
        {
            return OutOfRange(column, live.Lowest, live.LowestRow);
        }

        if (live.Count > 0 && !(live.Highest <= 1 || live.Highest - 1 <= AbsoluteTolerance + RelativeTolerance))
        {
            return OutOfRange(column, live.Highest, live.HighestRow);
        }

        double deviation = live.SampleDeviation();
        return deviation <= AbsoluteTolerance + (RelativeTolerance * deviation)
            ? Refuse(
                SubmissionErrorCodes.Values,
                $"Column '{column}' has a standard deviation of {deviation:R}, which is none; predictions must differ (row "
                    + $"{live.LowestRow + 1} is {live.Lowest:R}).")
            : null;
    }

    private static SubmissionRefusal OutOfRange(string column, double value, int row) => Refuse(
        SubmissionErrorCodes.Values, $"Column '{column}' has {value:R} in row {row + 1}; predictions must lie between 0 and 1.");

    private static SubmissionRefusal Refuse(string code, string message) => new(code, message);
}
