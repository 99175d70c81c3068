using Numerai.Contracts;
using Numerai.Data.Submissions;

namespace Numerai.Tournament.Rounds.Submissions;

/// <summary>What a tournament's settings say about uploads, in the terms of the reader of uploads.</summary>
public static class SubmissionFormats
{
    public static SubmissionFormat Of(SubmissionSettings settings) => new()
    {
        KeyColumns = settings.KeyColumns,
        ValueColumns = settings.ValueColumns,
        DateColumns = settings.DateColumns,
        IgnoredColumns = settings.IgnoredColumns,
        MinimumRows = settings.MinimumRows,
        MaximumBytes = (int)Math.Min(settings.MaximumBytes, int.MaxValue),
    };
}
