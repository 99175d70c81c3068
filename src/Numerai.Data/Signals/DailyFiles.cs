using System.Globalization;
using Numerai.Data.Features;
using Numerai.Data.Panels;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;
using Numerai.Data.Targets;

namespace Numerai.Data.Signals;

/// <summary>The files of single days: the universe that a round opens on, and later the targets that it is scored with.</summary>
public sealed class DailyFiles
{
    private readonly DailyReleaseOptions _options;
    private readonly PricePanel _panel;
    private readonly FeatureBuilder _features;
    private readonly TargetBuilder _targets;

    public DailyFiles(DailyReleaseOptions options, PricePanel panel)
    {
        _options = options;
        _panel = panel;
        _features = new FeatureBuilder(panel);
        _targets = new TargetBuilder(panel);
        Tables = new DailyTables(panel, _targets, options);
    }

    internal DailyTables Tables { get; }

    /// <summary>Position of a day in the panel.</summary>
    /// <exception cref="DataFormatException"><c>panel_dates</c> when it has none.</exception>
    public int DayOf(DateOnly date)
    {
        var day = _panel.Dates.ToList().BinarySearch(date);
        return day >= 0 ? day : throw new DataFormatException(
            DataErrorCodes.PanelDates,
            $"{Text(date)} is no trading day of the panel; it has {_panel.Dates.Count} from {Text(_panel.Dates[0])} to "
                + $"{Text(_panel.Dates[^1])}.");
    }

    /// <summary>The securities of a day from what was known at its close.</summary>
    /// <exception cref="DataFormatException"><c>panel_too_narrow</c>.</exception>
    public DailyUniverse Universe(int day)
    {
        var era = _features.Build(day);
        era = _options.LargestSecurities is { } count && era.RowCount > count ? DailyUniverse.Largest(_panel, era, count) : era;
        return era.RowCount >= DailyReleaseBuilder.LeastSecurities
            ? DailyUniverse.Of(_panel, era)
            : throw new DataFormatException(
                DataErrorCodes.PanelTooNarrow,
                $"On {Text(_panel.Dates[day])} the panel has {era.RowCount} securities with enough history; a daily round needs "
                    + $"{DailyReleaseBuilder.LeastSecurities}.");
    }

    /// <summary>Writes the live file, and neutralizers and sample weights where the tournament has them.</summary>
    /// <returns>Their paths in that order.</returns>
    /// <exception cref="DataFormatException"><c>release_exists</c> when one of them is there already.</exception>
    public IReadOnlyList<string> WriteUniverse(string folder, DailyUniverse universe) => Write(folder, UniverseTables(universe));

    /// <summary>Writes the targets of so many days of returns.</summary>
    /// <returns>The file's path.</returns>
    /// <exception cref="DataFormatException"><c>panel_too_short</c> when the returns are not known yet, <c>release_exists</c>.</exception>
    public string WriteTargets(string folder, DailyUniverse universe, int days)
    {
        if (!_targets.IsKnown(universe.Era, days))
        {
            var missing = TargetBuilder.LastDay(universe.Era, days) - _panel.Dates.Count + 1;
            throw new DataFormatException(
                DataErrorCodes.PanelTooShort,
                $"{days} days of returns after {Text(universe.Era.Date)} are not known yet: the panel ends on {Text(_panel.Dates[^1])}, "
                    + $"{missing} trading days too soon.");
        }

        var mark = TargetMark.Of(_options.Tournament, Text(universe.Era.Date), days);
        return Write(folder, [(DailyRelease.TargetName(days), Tables.Targets(universe, days))], mark)[0];
    }

    private IEnumerable<(string Name, Table Table)> UniverseTables(DailyUniverse universe)
    {
        var date = universe.Era.Date;
        yield return (DailyRelease.Name(date, string.Empty), Tables.Live(universe));
        if (_options.Portfolio)
        {
            yield return (DailyRelease.Name(date, "_neutralizer"), Tables.Neutralizers(universe));
            yield return (DailyRelease.Name(date, "_sample_weights"), Tables.SampleWeights(universe));
        }
    }

    private static List<string> Write(string folder, IEnumerable<(string Name, Table Table)> tables, TargetMark? mark = null)
    {
        var files = tables.Select(table => (Path: Path.Combine(folder, table.Name), table.Table)).ToList();
        if (files.Find(file => File.Exists(file.Path)) is { Path: { } there })
        {
            throw new DataFormatException(
                DataErrorCodes.ReleaseExists, $"'{there}' exists already; delete it first, or choose another folder.");
        }

        Directory.CreateDirectory(folder);
        var options = mark is null ? null : new ParquetWriteOptions { Metadata = mark.ToMetadata() };
        foreach (var (path, table) in files)
        {
            ParquetFile.Write(path, table, options);
        }

        return files.ConvertAll(file => file.Path);
    }

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
