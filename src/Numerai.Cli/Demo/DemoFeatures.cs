using System.Globalization;
using Numerai.Data.Features;
using Numerai.Data.Tables;

namespace Numerai.Cli.Demo;

/// <summary>Takes what a model needs out of a downloaded table.</summary>
internal static class DemoFeatures
{
    private const string TargetPrefix = "target";

    public static bool IsTarget(string column) => column.StartsWith(TargetPrefix, StringComparison.Ordinal);

    public static FeatureBlock Of(Table table) => FeatureBlock.FromTable(table);

    public static int[] Eras(Table table) =>
        Array.ConvertAll(table.Values<string>("era"), era => int.Parse(era, CultureInfo.InvariantCulture));

    public static float[] Target(Table table, string name) => table.Values<float>(name);

    public static IReadOnlyList<float[]> AllTargets(Table table) =>
    [
        .. table.Columns.Where(column => IsTarget(column.Name)).Select(column => Target(table, column.Name)),
    ];

    /// <summary>The rows of a table in the order of <paramref name="ids"/>.</summary>
    public static Table Align(Table table, IReadOnlyList<string> ids)
    {
        var rows = table.Values<string>("id").Select((id, row) => (id, row))
            .ToDictionary(pair => pair.id, pair => pair.row, StringComparer.Ordinal);
        return table.Take(ids.Select(id => rows[id]).ToArray());
    }
}
