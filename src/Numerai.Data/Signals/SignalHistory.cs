using Numerai.Data.Features;
using Numerai.Data.Parquet;
using Numerai.Data.Submissions;
using Numerai.Data.Tables;
using Numerai.Scoring.LinearAlgebra;
using Numerai.Scoring.Rounds;

namespace Numerai.Data.Signals;

/// <summary>The downloaded history of a daily release: validation.parquet with neutralizers and sample weights beside it, day by day.</summary>
public sealed class SignalHistory
{
    private static readonly string[] _kinds = ["numerai_ticker", "composite_figi", "bloomberg_ticker", "sedol", "cusip", "ticker", "symbol"];
    private readonly Table _live;
    private readonly Table? _neutralizers;
    private readonly Table? _weights;
    private readonly string _key;
    private readonly Dictionary<DateOnly, int[]> _rows;

    private SignalHistory(Table live, Table? neutralizers, Table? weights)
    {
        _live = live;
        _neutralizers = neutralizers;
        _weights = weights;
        _key = live.Has(_kinds[0]) ? _kinds[0] : _kinds[^1];
        _rows = live.Values<DateOnly>("date").Select((date, row) => (date, row)).GroupBy(pair => pair.date, pair => pair.row)
            .ToDictionary(day => day.Key, day => day.ToArray());
    }

    public IReadOnlyCollection<DateOnly> Dates => _rows.Keys;

    /// <param name="folder">Folder with <c>validation.parquet</c> and, where there are any, <c>validation_neutralizer.parquet</c> and
    /// <c>validation_sample_weights.parquet</c>, rows in the same order.</param>
    /// <exception cref="DataFormatException">A file is damaged, or the files do not belong together.</exception>
    public static SignalHistory Load(string folder)
    {
        var history = new SignalHistory(
            ParquetFile.Read(Path.Combine(folder, "validation.parquet")), Beside("neutralizer"), Beside("sample_weights"));
        foreach (var other in new[] { history._neutralizers, history._weights }.OfType<Table>())
        {
            if (!other.Values<string>(history._key).SequenceEqual(history._live.Values<string>(history._key)))
            {
                throw new DataFormatException(
                    DataErrorCodes.ReleaseDamaged, $"The files in '{folder}' do not have the same {history._key} in the same rows; download all of one release.");
            }
        }

        return history;

        Table? Beside(string name) => Path.Combine(folder, $"validation_{name}.parquet") is var path && File.Exists(path) ? ParquetFile.Read(path) : null;
    }

    /// <summary>Everything that a signal of one day is scored by.</summary>
    internal SignalHistoryDay Day(DateOnly date)
    {
        var live = _live.Take(_rows[date]);
        var universe = SubmissionUniverse.Of(_key, _kinds.Where(live.Has).ToDictionary(
            kind => kind, kind => (IReadOnlyList<string?>)live.Values<string>(kind), StringComparer.Ordinal));
        var ids = live.Values<string>(_key);
        int[] order = [.. Enumerable.Range(0, ids.Length).OrderBy(row => ids[row], StringComparer.Ordinal)];
        var features = FeatureBlock.FromTable(live).Take(order);
        var neutralizers = _neutralizers?.Take(_rows[date]).Take(order);
        var columns = neutralizers?.Columns.Where(column => column.Name.StartsWith("neutralizer_", StringComparison.Ordinal)).ToList() ?? [];
        var inputs = new RoundInputs
        {
            Rows = order.Length,
            Features = features.ColumnCount == 0 ? null : new ColumnMatrix(order.Length, features.ColumnCount, features.Bins),
            Neutralizers = neutralizers is null
                ? null
                : new ColumnMatrix(order.Length, columns.Count, columns.SelectMany(column => neutralizers.Doubles(column.Name)).ToArray()),
            SampleWeights = neutralizers is null
                ? []
                : _weights?.Take(_rows[date]).Take(order).Doubles("sample_weight") ?? [.. Enumerable.Repeat(1.0, order.Length)],
        };
        return new SignalHistoryDay(date, universe, inputs, live.Take(order));
    }
}

/// <summary>One day of a history; <paramref name="Table"/> and all vectors are in the order of the universe's ids.</summary>
internal sealed record SignalHistoryDay(DateOnly Date, SubmissionUniverse Universe, RoundInputs Inputs, Table Table);
