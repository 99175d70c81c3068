using Numerai.Data.Eras;
using Numerai.Data.Panels;
using Numerai.Data.Parquet;
using Numerai.Data.Releases;
using Numerai.Data.Tables;
using Numerai.Data.Targets;

namespace Numerai.Data.Signals;

/// <summary>
/// Turns a price panel into what a daily tournament runs on: a universe with neutralizers and sample weights for each live day, the targets
/// that follow, and a weekly history of the same for participants. Nothing of a day uses what came after its close but its targets.
/// </summary>
public sealed class DailyReleaseBuilder
{
    /// <summary>Securities a day needs, so that a submission of the least size is possible.</summary>
    public const int LeastSecurities = 100;

    private static readonly TimeOnly _opening = new(12, 0);
    private readonly DailyReleaseOptions _options;
    private readonly PricePanel _panel;
    private readonly DailyFiles _files;
    private readonly DailyTables _tables;

    private DailyReleaseBuilder(DailyReleaseOptions options, PricePanel panel)
    {
        _options = options;
        _panel = panel;
        _files = new DailyFiles(options, panel);
        _tables = _files.Tables;
    }

    /// <summary>Builds a release in a folder that does not exist or is empty.</summary>
    /// <exception cref="DataFormatException"><c>release_exists</c>, <c>panel_too_short</c>, <c>panel_too_narrow</c>.</exception>
    public static DailyRelease Build(DailyReleaseOptions options, PricePanel panel, string folder, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(panel);
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new DataFormatException(
                DataErrorCodes.ReleaseExists, $"The folder '{folder}' is not empty; choose another one for the release.");
        }

        var builder = new DailyReleaseBuilder(options, panel);
        var rounds = builder.Rounds();

        // Every day is made before anything is written, so that a panel that turns out too narrow leaves no part of a release behind.
        var universes = rounds.ConvertAll(round => builder._files.Universe(round.Day));
        builder.WriteHistory(folder, rounds[0], cancellation);
        Parallel.For(
            0, rounds.Count, new ParallelOptions
            {
                CancellationToken = cancellation,
            }, index => builder.WriteRound(folder, rounds[index], universes[index]));
        var calendar = new DailyCalendar(options.Version, options.KeyColumn, options.Portfolio, rounds);
        ReleaseJson.Write(Path.Combine(folder, Release.OperatorName, DailyRelease.CalendarName), calendar);
        return new DailyRelease(folder, calendar);
    }

    private List<DailyRound> Rounds()
    {
        var last = _panel.Dates.Count - 1 - TargetBuilder.LagDays - _options.ScoringDays;
        var first = last - _options.Rounds + 1;
        if (first < 1)
        {
            throw new DataFormatException(
                DataErrorCodes.PanelTooShort,
                $"The panel has {_panel.Dates.Count} days; {_options.Rounds} rounds of {_options.ScoringDays} scoring days need "
                + $"{_options.Rounds + _options.ScoringDays + TargetBuilder.LagDays + 1} and history before them.");
        }

        return [.. Enumerable.Range(0, _options.Rounds).Select(index => Round(index + 1, first + index))];
    }

    private DailyRound Round(int number, int day)
    {
        var date = _panel.Dates[day];
        var opens = new DateTimeOffset(date.AddDays(1).ToDateTime(_opening), TimeSpan.Zero);
        var closes = opens.DayOfWeek == DayOfWeek.Saturday ? opens.AddHours(26) : opens.AddHours(1);
        return new DailyRound(number, date, day, opens, closes, [.. Enumerable.Range(1, _options.ScoringDays)
            .Select(days => _panel.Dates[day + TargetBuilder.LagDays + days].AddDays(1))]);
    }

    private void WriteRound(string folder, DailyRound round, DailyUniverse universe)
    {
        var target = DailyRelease.RoundFolder(folder, round.Date);
        _files.WriteUniverse(target, universe);
        for (var day = 1; day <= _options.ScoringDays; day++)
        {
            _files.WriteTargets(Path.Combine(target, "targets"), universe, day);
        }
    }

    /// <summary>The last weeks whose longest target was known when the first round opened.</summary>
    private void WriteHistory(string folder, DailyRound first, CancellationToken cancellation)
    {
        var known = first.Day - TargetBuilder.LagDays - _options.ScoringDays;
        var days = EraCalendar.WeeklyDays(_panel.Dates).Where(day => day <= known).TakeLast(_options.HistoryWeeks).ToList();
        var universes = new DailyUniverse?[days.Count];
        Parallel.For(
            0, days.Count, new ParallelOptions { CancellationToken = cancellation }, week => universes[week] = TryUniverse(days[week]));
        var present = universes.OfType<DailyUniverse>().ToList();
        if (present.Count == 0)
        {
            return;
        }

        var target = Path.Combine(folder, _options.Version);
        Directory.CreateDirectory(target);
        Save(target, "validation.parquet", Table.Concat([.. present.Select(_tables.History)]));
        if (_options.Portfolio)
        {
            // The number of independent neutralizers may differ from day to day; a file of several days keeps those that all have.
            var columns = present.Min(universe => universe.Neutralizers.Count);
            var same = present.ConvertAll(universe => universe with { Neutralizers = [.. universe.Neutralizers.Take(columns)] });
            Save(
                target,
                "validation_neutralizer.parquet",
                Table.Concat([.. same.Select(day => DailyTables.HistoryPortfolio(_tables.Neutralizers(day), day))]));
            Save(
                target,
                "validation_sample_weights.parquet",
                Table.Concat([.. present.Select(day => DailyTables.HistoryPortfolio(_tables.SampleWeights(day), day))]));
        }
    }

    private DailyUniverse? TryUniverse(int day)
    {
        try
        {
            return _files.Universe(day);
        }
        catch (DataFormatException thin) when (thin.Code == DataErrorCodes.PanelTooNarrow)
        {
            return null;
        }
    }

    private static void Save(string folder, string name, Table table) => ParquetFile.Write(Path.Combine(folder, name), table);
}
