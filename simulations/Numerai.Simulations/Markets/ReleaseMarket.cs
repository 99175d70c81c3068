using Numerai.Data.Features;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;

namespace Numerai.Simulations.Markets;

/// <summary>
/// Eras of a release, or of what a participant has downloaded of one: <c>train.parquet</c> and, when there, <c>validation.parquet</c> with
/// the columns id, era, feature_* and target. Securities are unknown, so there is no portfolio.
/// </summary>
public sealed class ReleaseMarket : IMarket
{
    private static readonly string[] _files = ["train.parquet", "validation.parquet"];
    private readonly IReadOnlyList<(Table Table, int First, int Count)> _eras;

    private ReleaseMarket(string folder, IReadOnlyList<(Table Table, int First, int Count)> eras, IReadOnlyList<string> targets)
    {
        _eras = eras;
        TargetNames = targets;
        FeatureNames = [
            .. eras[0].Table.Columns.Select(column => column.Name)
                .Where(name => name.StartsWith(FeatureBlock.Prefix, StringComparison.Ordinal))];
        Description = $"release in {Path.GetFileName(folder.TrimEnd(Path.DirectorySeparatorChar))}, {FeatureNames.Count} features";
    }

    public string Description { get; }

    public int Eras => _eras.Count;

    public IReadOnlyList<string> FeatureNames { get; }

    public IReadOnlyList<string> TargetNames { get; }

    /// <exception cref="SimulationException"><c>release_unreadable</c>: no such files, or none with targets.</exception>
    public static ReleaseMarket Load(string folder, int skipEras)
    {
        var eras = new List<(Table, int, int)>();
        foreach (var path in _files.Select(name => Path.Combine(folder, name)).Where(File.Exists))
        {
            var table = ParquetFile.Read(path);
            eras.AddRange(Split(table));
        }

        eras = [.. eras.Skip(skipEras)];
        if (eras.Count == 0)
        {
            throw new SimulationException(
                "release_unreadable", $"The folder '{folder}' has no {string.Join(" or ", _files)} with targets; give the folder of a "
                    + "release.");
        }

        var first = eras[0].Item1;
        var targets = first.Columns.Select(column => column.Name)
            .Where(name => name.StartsWith("target", StringComparison.Ordinal) && first[name].Type == ColumnType.Float32)
            .OrderBy(name => name == "target" ? 0 : 1).ThenBy(name => name, StringComparer.Ordinal);
        return new ReleaseMarket(folder, eras, [.. targets]);
    }

    public MarketEra Read(int number)
    {
        var (table, first, count) = _eras[number - 1];
        var ids = table.Values<string>("id")[first..(first + count)];
        var rows = Enumerable.Range(first, count).ToArray();
        Array.Sort(ids, rows, StringComparer.Ordinal);
        var part = table.Take(rows);
        return new MarketEra
        {
            Number = number,
            Ids = ids,
            Features = FeatureBlock.FromTable(part, FeatureNames),
            Targets = [.. TargetNames.Select(part.Values<float>)],
        };
    }

    private static IEnumerable<(Table Table, int First, int Count)> Split(Table table)
    {
        var eras = table.Values<string>("era");
        var target = table.Values<float>("target");
        for (var first = 0; first < eras.Length;)
        {
            var end = first + 1;
            while (end < eras.Length && eras[end] == eras[first])
            {
                end++;
            }

            if (target.AsSpan(first, end - first).ContainsAnyExcept(float.NaN))
            {
                yield return (table, first, end - first);
            }

            first = end;
        }
    }
}
