using System.Globalization;
using Numerai.Data.Diagnostics;
using Numerai.Data.Submissions;
using Numerai.Scoring.Indexed;
using Numerai.Scoring.LinearAlgebra;
using Numerai.Scoring.Metrics;
using Numerai.Scoring.Ranking;
using Numerai.Scoring.Rounds;
using Numerai.Scoring.Statistics;

namespace Numerai.Data.Signals;

/// <summary>Scores a signal with a <c>date</c> column on every day of a downloaded history that it covers, as a round of that day would.</summary>
public static class SignalDiagnostics
{
    /// <summary>Live rows that a day needs, as in a round.</summary>
    public const int LeastRows = 100;

    private static readonly (string Target, (ScoreKinds Kind, string Name)[] Scores)[] _plan =
    [
        ("target", [(ScoreKinds.Alpha, "alpha")]),
        ("target_factor_feat_neutral", [(ScoreKinds.Corr, "corr_v4"), (ScoreKinds.Fnc, "fnc_v4")]),
        ("target_factor_neutral", [(ScoreKinds.Corr, "ric")]),
        ("target_raw_return", [(ScoreKinds.Corr, "ic_v2")]),
    ];

    /// <summary>Reads a whole file (CSV or Parquet, plain or gzip).</summary>
    /// <exception cref="DiagnosticsRefusedException">The file is refused, with the codes of a submission.</exception>
    public static SignalReport Run(ReadOnlyMemory<byte> file, SignalHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var format = SubmissionFormat.Signals with
        {
            KeyColumns = [.. SubmissionFormat.Signals.KeyColumns, "symbol"],
            DateColumns = ["date"],
            DateRequired = true,
            MaximumBytes = 512 << 20,
        };
        var (parsed, refusal) = SubmissionParser.Parse(file, format);
        if (parsed is null)
        {
            throw new DiagnosticsRefusedException(refusal!);
        }

        var byDate = Enumerable.Range(0, parsed.Rows).ToLookup(row => Date(parsed, row));
        var days = new List<SignalDay>();
        var (used, known) = (0, 0);
        SubmissionSnapshot? before = null;
        foreach (var date in history.Dates.Where(byDate.Contains).Order())
        {
            var day = history.Day(date);
            var (codes, live) = Codes(parsed, [.. byDate[date]], day);
            var now = Snapshot(codes, day);
            var movement = before is null ? null : SubmissionMovement.Largest(now, [before]);
            days.Add(new SignalDay(date, live, Scores(codes, day), movement?.Churn, movement?.Turnover));
            (used, known, before) = (used + live, known + byDate[date].Count(), now);
        }

        if (days.Count == 0)
        {
            throw Refused(
                SubmissionErrorCodes.Ids,
                $"The file has {parsed.Rows} rows and none of a day of the history, which goes from {history.Dates.Min():yyyy-MM-dd} to {history.Dates.Max():yyyy-MM-dd}.");
        }

        return new SignalReport(used, known - used, byDate.Select(day => day.Key).Except(history.Dates).Count(), days);
    }

    private static DateOnly Date(ParsedSubmission parsed, int row)
    {
        var text = parsed.DateText(row);
        var day = text.IndexOfAny(['T', ' ']) is > 0 and var end ? text[..end] : text;
        return DateOnly.TryParseExact(day, ["yyyy-MM-dd", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Refused(SubmissionErrorCodes.Values, $"Column 'date' has '{text}' in row {row + 1}; write days as 2026-01-09.");
    }

    private static (ushort[] Codes, int Live) Codes(ParsedSubmission parsed, int[] rows, SignalHistoryDay day)
    {
        var column = parsed.Header.KeyColumn;
        var keys = day.Universe.KeyMap(column) ?? throw Refused(
            SubmissionErrorCodes.Headers, $"The history has no ids of kind '{column}'; use {string.Join(" or ", day.Universe.KeyColumns)}.");
        var values = new double[keys.Keys.Count];
        Array.Fill(values, double.NaN);
        var live = 0;
        foreach (var row in rows)
        {
            var entry = keys.Find(parsed.Key(row));
            if (entry < 0)
            {
                continue;
            }

            var value = parsed.Values[row];
            values[entry] = !double.IsNaN(values[entry])
                ? throw Refused(SubmissionErrorCodes.Ids, $"Column '{column}' has '{parsed.KeyText(row)}' again on {day.Date:yyyy-MM-dd}, in row {row + 1}.")
                : value is >= 0 and <= 1
                    ? value
                    : throw Refused(SubmissionErrorCodes.Values, $"Column '{parsed.Header.ValueColumn}' has no number from 0 to 1 in row {row + 1}.");
            live++;
        }

        if (live < LeastRows || values.Where(value => !double.IsNaN(value)).Distinct().Count() < 2)
        {
            throw live < LeastRows
                ? Refused(SubmissionErrorCodes.Ids, $"{day.Date:yyyy-MM-dd} has {live} rows of that day's universe, but {LeastRows} are needed.")
                : Refused(SubmissionErrorCodes.Values, $"On {day.Date:yyyy-MM-dd} all values are alike; a signal must differ.");
        }

        return (SubmissionCleaning.RankCodesOf(day.Universe, keys, values, new RankWorkspace()), live);
    }

    private static Dictionary<string, double> Scores(ushort[] codes, SignalHistoryDay day)
    {
        var scorer = new RoundScorer(day.Inputs);
        var named = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (target, wanted) in _plan.Where(step => day.Table.Has(step.Target)))
        {
            var scores = new BlockScores(1, wanted.Aggregate(ScoreKinds.None, (kinds, score) => kinds | score.Kind));
            scorer.Score(codes, scorer.PrepareTarget(day.Table.Doubles(target)), scores);
            foreach (var (kind, name) in wanted.Where(score => double.IsFinite(scores[score.Kind][0])))
            {
                named[name] = PublishedScore.Round(scores[kind][0]);
            }
        }

        return named;
    }

    private static SubmissionSnapshot Snapshot(ushort[] codes, SignalHistoryDay day)
    {
        string[] ids = [.. day.Universe.Ids];
        var norm15 = new double[ids.Length];
        new RankTables(ids.Length).GaussianizeAndPower(codes, norm15);
        var weights = new double[ids.Length];
        double[] sampleWeights = day.Inputs.SampleWeights.IsEmpty ? [.. Enumerable.Repeat(1.0, ids.Length)] : day.Inputs.SampleWeights.ToArray();
        NeutralizedWeights.Compute(
            norm15, day.Inputs.Neutralizers ?? new ColumnMatrix(ids.Length, 0, ReadOnlyMemory<double>.Empty), sampleWeights, weights);
        NeutralizedWeights.CenterAndNormalize(weights, weights);
        return new SubmissionSnapshot(
            IndexedFrame.Series(ids, Array.ConvertAll(codes, code => (double)code)), IndexedFrame.Series(ids, weights));
    }

    private static DiagnosticsRefusedException Refused(string code, string message) => new(new SubmissionRefusal(code, message));
}
