using Numerai.Data.Eras;
using Numerai.Data.Tables;
using Numerai.Data.Targets;

namespace Numerai.Data.Releases;

/// <summary>Tables of a release in the layout participants know: <c>id</c>, <c>era</c>, <c>data_type</c>, features, targets.</summary>
internal static class EraTables
{
    /// <summary>Era name in live files: its number becomes public with the next release only.</summary>
    public const string LiveEra = "X";

    /// <summary>Rows of several eras with features and all targets, as known on the day of the first round.</summary>
    public static Table History(ReleaseMaterial material, IReadOnlyList<int> eras)
    {
        List<TableColumn> columns =
        [
            new TableColumn<string>("id", Gather(material, eras, e => material.Eras[e].Ids)),
            new TableColumn<string>("era", Gather(material, eras, e => Repeat(EraCalendar.Name(material.Eras[e].Raw.Number),
                material.Eras[e].RowCount))),
            new TableColumn<string>("data_type", Gather(material, eras, e => Repeat(DataType(material.Split.Roles[e]),
                material.Eras[e].RowCount))),
        ];
        for (var f = 0; f < material.Obfuscator.FeatureNames.Count; f++)
        {
            var feature = f;
            columns.Add(new TableColumn<sbyte>(material.Obfuscator.FeatureNames[f],
                Gather(material, eras, e => material.Eras[e].Feature(feature))));
        }

        columns.AddRange(TargetDefinition.All.Select(target =>
            new TableColumn<float>(target.Name, Gather<float>(material, eras, e => material.Target(e, target, material.Split.Now)))));
        return new Table(columns);
    }

    /// <summary>Rows of a live round: no targets, no era number.</summary>
    public static Table Live(ReleaseMaterial material, int era)
    {
        var rows = material.Eras[era].RowCount;
        return new Table(
        [
            new TableColumn<string>("id", material.Eras[era].Ids),
            new TableColumn<string>("era", Repeat(LiveEra, rows)),
            new TableColumn<string>("data_type", Repeat("live", rows)),
            .. material.Obfuscator.FeatureNames.Select((name, f) => new TableColumn<sbyte>(name, material.Eras[era].Feature(f).ToArray())),
        ]);
    }

    /// <summary>Benchmark predictions of the eras that have any.</summary>
    public static Table Benchmarks(ReleaseMaterial material, BenchmarkPredictions predictions, IReadOnlyList<int> eras, bool live)
    {
        var covered = eras.Where(predictions.Has).ToList();
        return new Table(
        [
            new TableColumn<string>("id", Gather(material, covered, e => material.Eras[e].Ids)),
            new TableColumn<string>("era", Gather(material, covered, e =>
                Repeat(live ? LiveEra : EraCalendar.Name(material.Eras[e].Raw.Number), material.Eras[e].RowCount))),
            .. predictions.Names.Select((name, model) =>
                new TableColumn<double>(name, Gather(material, covered, e => predictions.Of(e, model)))),
        ]);
    }

    /// <summary>The example predictions in the form of a submission.</summary>
    public static Table Example(ReleaseMaterial material, BenchmarkPredictions predictions, IReadOnlyList<int> eras)
    {
        var covered = eras.Where(predictions.Has).ToList();
        return new Table(
        [
            new TableColumn<string>("id", Gather(material, covered, e => material.Eras[e].Ids)),
            new TableColumn<double>("prediction", Gather(material, covered, e => predictions.Of(e, 0))),
        ]);
    }

    public static string DataType(EraRole role) => role switch
    {
        EraRole.Train => "train",
        EraRole.Validation => "validation",
        EraRole.Test => "test",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No rows of such eras are published as history."),
    };

    private delegate ReadOnlySpan<T> OfEra<T>(int era);

    private static T[] Gather<T>(ReleaseMaterial material, IReadOnlyList<int> eras, OfEra<T> values)
    {
        var gathered = new T[eras.Sum(e => material.Eras[e].RowCount)];
        var at = 0;
        foreach (var era in eras)
        {
            var part = values(era);
            part.CopyTo(gathered.AsSpan(at));
            at += part.Length;
        }

        return gathered;
    }

    private static string[] Repeat(string text, int count)
    {
        var repeated = new string[count];
        repeated.AsSpan().Fill(text);
        return repeated;
    }
}
