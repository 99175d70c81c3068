using System.Globalization;
using System.Text;
using Numerai.Contracts;
using Numerai.Data.Submissions;

namespace Numerai.Tournament.Rounds.Submissions;

/// <summary>What a file must keep beyond the form that all tournaments share, and what its participant is told about it.</summary>
internal static class SubmissionChecks
{
    private const int Named = 5;
    private const int LongestId = 40;
    private const string FridayColumn = "friday_date";
    private static readonly string[] _dateForms = ["yyyy-MM-dd", "yyyyMMdd"];

    /// <summary>Refuses dates of another day and ids of several kinds; null when there is nothing to refuse.</summary>
    public static Refusal? Check(ValidSubmission submission, SubmissionUniverse universe, DateOnly date) =>
        CheckDates(submission.Parsed, date) ?? CheckKinds(submission, universe);

    /// <summary>Sentences about what was left out.</summary>
    public static IReadOnlyList<string> Notes(ValidSubmission submission)
    {
        if (submission.DroppedRows == 0)
        {
            return submission.Warnings;
        }

        var ids = submission.DroppedIds().Take(Named + 1).Select(Shorten).ToList();
        var named = string.Join(", ", ids.Take(Named)) + (ids.Count > Named ? " and others" : string.Empty);
        return [
            .. submission.Warnings, $"{submission.DroppedRows} rows have a {submission.Keys.KeyColumn} that is not live and were left "
                + $"out: {named}."];
    }

    private static Refusal? CheckDates(ParsedSubmission parsed, DateOnly date)
    {
        if (parsed.Header.DateColumn is not { } column)
        {
            return null;
        }

        var expected = column == FridayColumn ? LastFriday(date) : date;
        for (var row = 0; row < parsed.Rows; row++)
        {
            var text = parsed.DateText(row);
            if (Read(text) != expected)
            {
                return new Refusal(
                    SubmissionErrorCodes.Values,
                    $"Column '{column}' has '{text}' in row {row + 1}; this round is of {UniverseId.Day(date)}, so "
                        + $"{UniverseId.Day(expected)} is needed. "
                    + "Leave the column out, or upload earlier days as diagnostics.");
            }
        }

        return null;
    }

    private static Refusal? CheckKinds(ValidSubmission submission, SubmissionUniverse universe)
    {
        foreach (var id in submission.DroppedIds())
        {
            var bytes = Encoding.UTF8.GetBytes(id);
            if (universe.KeyColumns.FirstOrDefault(kind => universe.KeyMap(kind)!.Find(bytes) >= 0) is { } kind)
            {
                return new Refusal(
                    SubmissionErrorCodes.Ids,
                    $"Column '{submission.Keys.KeyColumn}' has {Shorten(id)}, which is a {kind} of this round's universe; a file holds "
                        + "one kind of id.");
            }
        }

        return null;
    }

    /// <summary>The day of a date or of the start of a time; null when it is none.</summary>
    private static DateOnly? Read(string text)
    {
        var day = text.IndexOfAny(['T', ' ']) is > 0 and var end ? text[..end] : text;
        return DateOnly.TryParseExact(day, _dateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }

    private static DateOnly LastFriday(DateOnly date) => date.AddDays(-(((int)date.DayOfWeek - (int)DayOfWeek.Friday + 7) % 7));

    private static string Shorten(string id) => $"'{(id.Length > LongestId ? id[..LongestId] + "..." : id).ReplaceLineEndings(" ")}'";
}
