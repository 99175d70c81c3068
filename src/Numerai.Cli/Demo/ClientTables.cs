using Numerai.Client.Datasets;
using Numerai.Data.Tables;

namespace Numerai.Cli.Demo;

/// <summary>Tables of the platform from and to files of the SDK, which is what a participant has.</summary>
internal static class ClientTables
{
    /// <summary>All rows of the named columns of a downloaded file, or of all; one row group after the other.</summary>
    public static async Task<Table> ReadAsync(string path, CancellationToken cancellation, IReadOnlyList<string>? columns = null)
    {
        await using var reader = await DatasetReader.OpenAsync(path, cancellation: cancellation);
        var types = reader.Columns.ToDictionary(column => column.Name, column => column.Type);
        var parts = new List<Table>();
        for (var group = 0; group < reader.RowGroupCount; group++)
        {
            var read = new List<TableColumn>();
            foreach (var name in columns ?? [.. types.Keys])
            {
                read.Add(await ColumnAsync(reader, group, name, types.GetValueOrDefault(name), cancellation));
            }

            parts.Add(new Table(read));
        }

        return Table.Concat(parts);
    }

    public static ParquetTable ToParquet(Table table)
    {
        var parquet = new ParquetTable();
        foreach (var column in table.Columns)
        {
            _ = column switch
            {
                TableColumn<string> text => parquet.Add(text.Name, text.Values),
                TableColumn<int> whole => parquet.Add(whole.Name, whole.Values),
                TableColumn<double> number => parquet.Add(number.Name, number.Values),
                TableColumn<bool> flag => parquet.Add(flag.Name, flag.Values),
                _ => throw new NotSupportedException($"A column of {column.Type} is no result of a demonstration."),
            };
        }

        return parquet;
    }

    private static async Task<TableColumn> ColumnAsync(
        DatasetReader reader, int group, string name, DatasetColumnType type, CancellationToken cancellation) => type switch
        {
            DatasetColumnType.Bins => new TableColumn<sbyte>(name, await reader.ReadBinsAsync(group, name, cancellation)),
            DatasetColumnType.Float when DemoFeatures.IsTarget(name) =>
                new TableColumn<float>(name, await reader.ReadFloatsAsync(group, name, cancellation)),
            DatasetColumnType.Float or DatasetColumnType.Integer =>
                new TableColumn<double>(name, await reader.ReadDoublesAsync(group, name, cancellation)),
            _ => new TableColumn<string>(name, (await reader.ReadTextAsync(group, name, cancellation))!),
        };
}
