using System.Collections.Concurrent;
using Numerai.Data.Diagnostics;
using Numerai.Data.Submissions;
using Numerai.Scoring.Ranking;

namespace Numerai.Data.Signals;

/// <summary>
/// Scores a signal with a <c>date</c> column on every day of a history that it covers, as a round of that day would. The signal is kept as
/// it came, the history is read day by day.
/// </summary>
public static class SignalDiagnostics
{
    /// <summary>Live rows that a day needs, as in a round.</summary>
    public const int LeastRows = 100;

    /// <param name="signal">CSV (plain or gzip) or Parquet with an id, <c>date</c> and a value.</param>
    /// <param name="files">The history.</param>
    /// <param name="threads">Threads used at once; one per processor when null.</param>
    /// <param name="cancellation">Stops between days.</param>
    /// <exception cref="DiagnosticsRefusedException">The signal is refused, with the codes of a submission.</exception>
    /// <exception cref="DataFormatException">Something is wrong with the history.</exception>
    public static SignalReport Run(string signal, SignalHistoryFiles files, int? threads = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        var uploaded = DatedPredictions.Read(signal);
        var history = new SignalHistory(files);
        if (!history.Kinds.Contains(uploaded.KeyColumn))
        {
            throw Refused(
                SubmissionErrorCodes.Headers,
                $"The history has no ids of kind '{uploaded.KeyColumn}'; use {string.Join(" or ", history.Kinds)}.");
        }

        var seen = new List<DateOnly>();
        var movements = new ConsecutiveMovements();
        var scored = new ConcurrentDictionary<long, SignalDay>();
        try
        {
            // Without a buffer: a day is read when a thread is free for it.
            Parallel.ForEach(
                Partitioner.Create(
                    history.Days(uploaded.KeyColumn, uploaded.Days.ContainsKey, seen.Add), EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount },
                (day, _, index) =>
                {
                    var (codes, live) = Codes(uploaded, day);
                    movements.Add(index, SignalDayScorer.Snapshot(codes, day));
                    scored[index] = new SignalDay(day.Date, live, SignalDayScorer.Scores(codes, day), null, null);
                });
        }
        catch (AggregateException errors)
        {
            // The same one whatever thread was first.
            throw errors.InnerExceptions.OfType<DiagnosticsRefusedException>()
                .OrderBy(refused => refused.Refusal.Message, StringComparer.Ordinal).FirstOrDefault()
                ?? errors.InnerExceptions.OfType<DataFormatException>().FirstOrDefault() ?? (Exception)errors;
        }

        return Report(uploaded, seen, [.. scored.OrderBy(day => day.Key).Select(day => movements.Of(day.Key) is { } movement
            ? day.Value with { Churn = movement.Churn, Turnover = movement.Turnover }
            : day.Value)]);
    }

    private static SignalReport Report(DatedPredictions uploaded, List<DateOnly> seen, SignalDay[] days)
    {
        if (days.Length == 0)
        {
            throw Refused(SubmissionErrorCodes.Ids, $"The file has {uploaded.Rows} rows and none of a day of the history, "
                + (seen.Count == 0 ? "which is empty." : $"which goes from {seen[0]:yyyy-MM-dd} to {seen[^1]:yyyy-MM-dd}."));
        }

        var known = days.Sum(day => uploaded.Days[day.Date].Count);
        var used = days.Sum(day => day.Rows);
        return SignalReport.Of(used, known - used, uploaded.Days.Keys.Except(seen).Count(), days);
    }

    private static (ushort[] Codes, int Live) Codes(DatedPredictions uploaded, SignalHistoryDay day)
    {
        var rows = uploaded.Days[day.Date];
        var keys = day.Universe.KeyMap(uploaded.KeyColumn)!;
        var values = new double[keys.Keys.Count];
        Array.Fill(values, double.NaN);
        var live = 0;
        for (var row = 0; row < rows.Count; row++)
        {
            var entry = keys.Find(rows.Key(row));
            if (entry < 0)
            {
                continue;
            }

            if (!double.IsNaN(values[entry]))
            {
                throw Refused(SubmissionErrorCodes.Ids,
                    $"Column '{uploaded.KeyColumn}' has '{SubmissionText.Shorten(rows.KeyText(row))}' again on {day.Date:yyyy-MM-dd}, in "
                        + $"row {rows.Row(row) + 1}.");
            }

            values[entry] = rows.Value(row) is >= 0 and <= 1
                ? rows.Value(row)
                : throw Refused(
                    SubmissionErrorCodes.Values, $"Column '{uploaded.ValueColumn}' has no number from 0 to 1 in row {rows.Row(row) + 1}.");
            live++;
        }

        if (live < LeastRows || values.Where(value => !double.IsNaN(value)).Distinct().Take(2).Count() < 2)
        {
            throw live < LeastRows
                ? Refused(
                    SubmissionErrorCodes.Ids, $"{day.Date:yyyy-MM-dd} has {live} rows of that day's universe, but {LeastRows} are needed.")
                : Refused(SubmissionErrorCodes.Values, $"On {day.Date:yyyy-MM-dd} all values are alike; a signal must differ.");
        }

        return (SubmissionCleaning.RankCodesOf(day.Universe, keys, values, new RankWorkspace()), live);
    }

    private static DiagnosticsRefusedException Refused(string code, string message) => new(new SubmissionRefusal(code, message));
}
