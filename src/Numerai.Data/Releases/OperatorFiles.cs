using System.Globalization;
using Numerai.Data.Eras;
using Numerai.Data.Obfuscation;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;
using Numerai.Data.Targets;

namespace Numerai.Data.Releases;

/// <summary>Writes what the operator keeps: rounds to come with their targets, the unbinned targets, the calendar.</summary>
internal static class OperatorFiles
{
    public static void Write(string folder, ReleaseMaterial material, BenchmarkPredictions predictions,
        ReleaseOptions options, CancellationToken cancellation)
    {
        CreateForOwner(folder);
        var eras = material.Split.Positions(EraRole.Round).ToList();
        Parallel.For(0, eras.Count, new ParallelOptions { CancellationToken = cancellation }, i =>
            WriteRound(Path.Combine(folder, "rounds", $"{i + 1}"), material, predictions, eras[i], i + 1));
        var rounds = eras.Select((e, i) => RoundCalendar.Round(i + 1, material.Eras[e].Raw, material.Panel.Dates)).ToList();
        var all = material.Eras.Select((era, i) => new ReleaseEra(era.Raw.Number, era.Raw.Date, material.Split.Roles[i], era.RowCount))
            .ToList();
        PublicFiles.Save(folder, "targets_unbinned.parquet", Unbinned(material));
        WriteCalendar(folder, new ReleaseCalendar(options.Version, rounds, all));
    }

    public static void CreateForOwner(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Everything of one round that is known by now; targets of later days follow as the panel grows.</summary>
    public static void WriteRound(string folder, ReleaseMaterial material, BenchmarkPredictions predictions, int position, int round)
    {
        PublicFiles.WriteLive(folder, material, predictions, position);
        PublicFiles.Save(folder, "id_map.parquet", IdMap(material, position));
        WriteTargets(Path.Combine(folder, "targets"), material, position, round);
    }

    /// <summary>Targets of the days the panel reaches, but for those that are there already.</summary>
    public static void WriteTargets(string folder, ReleaseMaterial material, int position, int round)
    {
        Directory.CreateDirectory(folder);
        var era = material.Eras[position];
        var missing = Enumerable.Range(1, TargetDefinition.MainDays)
            .Where(day => material.Targets.IsKnown(era.Raw, day) && !File.Exists(Path.Combine(folder, TargetName(day)))).ToList();
        var basis = missing.Count > 0 ? material.Targets.Basis(era.Raw, TargetDefinition.Main.Neutrality) : null;
        foreach (var day in missing)
        {
            // Whole or not at all: a file that is there counts as written.
            var staged = Path.Combine(folder, TargetName(day) + ".building");
            ParquetFile.Write(staged, new Table(
            [
                new TableColumn<string>("id", era.Ids),
                new TableColumn<float>("target", era.Published<float>(material.Targets.Binned(era.Raw, day,
                    TargetDefinition.Main.Neutrality, basis))),
            ]), PublicFiles.Indexed with { Metadata = Mark(material, round, day).ToMetadata() });
            File.Move(staged, Path.Combine(folder, TargetName(day)), overwrite: true);
        }
    }

    /// <summary>Writes the calendar and the operator's manifest, each replaced in one step.</summary>
    public static void WriteCalendar(string folder, ReleaseCalendar calendar)
    {
        Replace(Path.Combine(folder, Release.CalendarName), calendar);
        Replace(Path.Combine(folder, ReleaseManifest.FileName), ReleaseManifest.Of(folder, calendar.Version));
    }

    private static void Replace<T>(string path, T value)
    {
        var staged = path + ".building";
        ReleaseJson.Write(staged, value);
        File.Move(staged, path, overwrite: true);
    }

    private static TargetMark Mark(ReleaseMaterial material, int round, int day) =>
        TargetMark.Of(material.Tournament, round.ToString(CultureInfo.InvariantCulture), day);

    private static string TargetName(int day) => $"day_{day}.parquet";

    /// <summary>Ids of the era before and of this one for the securities in both, by which a queued or delayed submission is carried
    /// over.</summary>
    private static Table IdMap(ReleaseMaterial material, int position)
    {
        var before = BySecurity(material.Eras[position - 1]);
        var pairs = BySecurity(material.Eras[position]).Where(now => before.ContainsKey(now.Key))
            .Select(now => (Previous: before[now.Key], Id: now.Value)).OrderBy(pair => pair.Previous, StringComparer.Ordinal).ToList();
        return new Table(
        [
            new TableColumn<string>("previous_id", pairs.ConvertAll(pair => pair.Previous).ToArray()),
            new TableColumn<string>("id", pairs.ConvertAll(pair => pair.Id).ToArray()),
        ]);
    }

    private static Dictionary<int, string> BySecurity(ObfuscatedEra era) =>
        era.Ids.Select((id, i) => (id, security: era.Raw.Securities[era.Rows[i]])).ToDictionary(p => p.security, p => p.id);

    private static Table Unbinned(ReleaseMaterial material)
    {
        var known = material.Eras.Where(era => material.Targets.IsKnown(era.Raw, TargetDefinition.MainDays)).ToList();
        return new Table(
        [
            new TableColumn<string>("id", known.SelectMany(era => era.Ids).ToArray()),
            new TableColumn<string>("era", known.SelectMany(era => Enumerable.Repeat(EraCalendar.Name(era.Raw.Number), era.RowCount))
                .ToArray()),
            new TableColumn<double>("target", known.SelectMany(era =>
                era.Published<double>(material.Targets.Continuous(era.Raw, TargetDefinition.MainDays, TargetDefinition.Main.Neutrality)))
                .ToArray()),
        ]);
    }
}
