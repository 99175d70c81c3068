using Numerai.Data.Features;
using Numerai.Data.Parquet;
using Numerai.Data.Submissions;
using Numerai.Data.Tables;
using Numerai.Scoring.LinearAlgebra;
using Numerai.Scoring.Rounds;

namespace Numerai.Data.Signals;

/// <summary>Reads the history of a daily tournament day by day; of all files it keeps one row group.</summary>
internal sealed class SignalHistory
{
    private const string NeutralizerPrefix = "neutralizer_";
    private const string WeightColumn = "sample_weight";
    private static readonly string[] _kinds = [
        "numerai_ticker", "composite_figi", "bloomberg_ticker", "sedol", "cusip", "ticker", "symbol"];
    private readonly SignalHistoryFiles _files;
    private readonly string _key;

    public SignalHistory(SignalHistoryFiles files)
    {
        _files = files;
        using var reader = ParquetReader.Open(files.Validation);
        Kinds = [.. _kinds.Where(kind => reader.Columns.Any(column => column.Name == kind))];
        _key = Kinds.Contains(_kinds[0]) ? _kinds[0] : Kinds.Contains(_kinds[^1]) ? _kinds[^1] : throw new DataFormatException(
            DataErrorCodes.ColumnMissing, $"The history has neither a column '{_kinds[0]}' nor '{_kinds[^1]}'.");
    }

    /// <summary>Kinds of id that the history knows.</summary>
    public IReadOnlyList<string> Kinds { get; }

    /// <summary>Days of the history in ascending order.</summary>
    /// <param name="kind">The kind of id that signals come with.</param>
    /// <param name="wanted">Which days.</param>
    /// <param name="seen">Called for every day of the history, wanted or not.</param>
    /// <exception cref="DataFormatException">The files are damaged or do not belong together.</exception>
    public IEnumerable<SignalHistoryDay> Days(string kind, Predicate<DateOnly> wanted, Action<DateOnly> seen)
    {
        using var neutralizers = Beside(_files.Neutralizers, NeutralizerPrefix, wanted);
        using var weights = Beside(_files.SampleWeights, WeightColumn, wanted);
        using var metaModel = Beside(_files.MetaModel, Releases.MetaModelTable.Column, wanted);
        foreach (var (date, live) in DaySlices.Read(_files.Validation, column => IsNeeded(column, kind), wanted))
        {
            seen(date);
            if (live is not null)
            {
                yield return Day(date, kind, live, Same(neutralizers, date, live), Same(weights, date, live), metaModel?.At(date));
            }
        }
    }

    private DayCursor? Beside(string? path, string prefix, Predicate<DateOnly> wanted) => path is null
        ? null
        : new DayCursor(path, column => column.Name == _key || column.Name.StartsWith(prefix, StringComparison.Ordinal), wanted);

    private bool IsNeeded(ColumnSchema column, string kind) => column.Name == _key || column.Name == kind
        || column.Name.StartsWith("target", StringComparison.Ordinal)
            || column.Name.StartsWith(FeatureBlock.Prefix, StringComparison.Ordinal);

    private Table? Same(DayCursor? file, DateOnly date, Table live)
    {
        var rows = file?.At(date);
        return file is null || (rows is not null && rows.Values<string>(_key).SequenceEqual(live.Values<string>(_key)))
            ? rows
            : throw new DataFormatException(DataErrorCodes.ReleaseDamaged,
                $"The files of the history do not have the same {_key} in the same rows on {date:yyyy-MM-dd}; take all of one release.");
    }

    private SignalHistoryDay Day(DateOnly date, string kind, Table live, Table? neutralizers, Table? weights, Table? metaModel)
    {
        var universe = SubmissionUniverse.Of(_key, new[] { _key, kind }.Distinct().ToDictionary(
            name => name, name => (IReadOnlyList<string?>)live.Values<string>(name), StringComparer.Ordinal));
        var ids = live.Values<string>(_key);
        if (universe.Ids.Count != ids.Length)
        {
            throw new DataFormatException(
                DataErrorCodes.UniverseDuplicate,
                $"On {date:yyyy-MM-dd} the history has {ids.Length} rows but {universe.Ids.Count} different ids.");
        }

        int[] order = [.. Enumerable.Range(0, ids.Length).OrderBy(row => ids[row], StringComparer.Ordinal)];
        var sorted = live.Take(order);
        var features = FeatureBlock.FromTable(sorted);
        neutralizers = neutralizers?.Take(order);
        var columns = neutralizers?.Columns.Where(column => column.Name.StartsWith(NeutralizerPrefix, StringComparison.Ordinal)).ToList()
            ?? [];
        var inputs = new RoundInputs
        {
            Rows = order.Length,
            Features = features.ColumnCount == 0 ? null : new ColumnMatrix(order.Length, features.ColumnCount, features.Bins),
            Neutralizers = neutralizers is null
                ? null
                : new ColumnMatrix(order.Length, columns.Count, columns.SelectMany(column => neutralizers.Doubles(column.Name)).ToArray()),
            SampleWeights = neutralizers is null
                ? []
                : weights?.Take(order).Doubles(WeightColumn) ?? [.. Enumerable.Repeat(1.0, order.Length)],
            MetaModel = metaModel is null ? [] : MetaModel(metaModel, universe.Ids),
        };
        return new SignalHistoryDay(date, universe, inputs, sorted);
    }

    /// <summary>The day's meta model; empty when a security of the day has no value, because a part of it says nothing.</summary>
    private double[] MetaModel(Table rows, IReadOnlyList<string> ids)
    {
        var values = rows.Values<string>(_key).Zip(rows.Doubles(Releases.MetaModelTable.Column)).DistinctBy(pair => pair.First)
            .ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        double[] aligned = [.. ids.Select(id => values.GetValueOrDefault(id, double.NaN))];
        return Array.Exists(aligned, double.IsNaN) ? [] : aligned;
    }
}
