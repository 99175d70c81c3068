using Numerai.Data.Diagnostics;
using Numerai.Data.Submissions;

namespace Numerai.Data.Signals;

/// <summary>An uploaded signal with a <c>date</c> column, by day.</summary>
/// <param name="KeyColumn">The kind of id it uses.</param>
/// <param name="ValueColumn">Name of the column of values.</param>
/// <param name="Rows">Rows of the file.</param>
/// <param name="Days">Its rows by day.</param>
internal sealed record DatedPredictions(string KeyColumn, string ValueColumn, int Rows, IReadOnlyDictionary<DateOnly, DayPredictions> Days)
{
    private static readonly SubmissionFormat _format = SubmissionFormat.OfTickers with
    {
        KeyColumns = [.. SubmissionFormat.OfTickers.KeyColumns, "symbol"],
        DateColumns = ["date"],
        DateRequired = true,
    };

    /// <summary>Reads CSV (plain or gzip) or Parquet row by row.</summary>
    /// <exception cref="DiagnosticsRefusedException">The columns are wrong, or a row has no id, day or number.</exception>
    public static DatedPredictions Read(string path)
    {
        SubmissionHeader? header = null;
        var days = new Dictionary<DateOnly, DayPredictions>();
        var (rows, last, open) = (0, default(DateOnly), (DayPredictions?)null);
        UploadReader.Read(path, _format, found => header = found, (row, key, date, value) =>
        {
            if (key.IsEmpty)
            {
                throw Refused(SubmissionErrorCodes.Ids, $"Column '{header!.KeyColumn}' has no id in row {row + 1}; every row needs one.");
            }

            if (open is null || date != last)
            {
                // Rows of a day mostly stand together.
                open = days.TryGetValue(date, out var known) ? known : days[date] = new DayPredictions();
                last = date;
            }

            open.Add(row, key, value);
            rows++;
        });
        return rows > 0
            ? new DatedPredictions(header!.KeyColumn, header.ValueColumn, rows, days)
            : throw Refused(SubmissionErrorCodes.Ids, "The file has no rows; it needs one for each day and security.");
    }

    private static DiagnosticsRefusedException Refused(string code, string message) => new(new SubmissionRefusal(code, message));
}
