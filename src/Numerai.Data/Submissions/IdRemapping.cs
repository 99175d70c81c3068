using Numerai.Data.Tables;

namespace Numerai.Data.Submissions;

/// <summary>Renames the rows of a table from one kind of id to another. Source: numerai-tools, <c>remap_ids</c>.</summary>
public static class IdRemapping
{
    /// <summary>
    /// One output row per row of the map, sorted by destination id with missing ones last; values are NaN where the data has no such id,
    /// and ids the map does not know vanish.
    /// </summary>
    /// <param name="data">The source id column and numeric value columns.</param>
    /// <param name="map">Text columns of ids, aligned to each other.</param>
    /// <param name="sourceColumn">The kind of id the data has.</param>
    /// <param name="destinationColumn">The kind of id the result has; may be the same.</param>
    /// <returns>The destination ids and the value columns.</returns>
    /// <exception cref="DataFormatException"><c>column_missing</c>, or <c>columns_overlap</c> when a value column bears the name of one of
    /// the map's.</exception>
    public static Table Remap(Table data, Table map, string sourceColumn, string destinationColumn)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(map);
        TableColumn[] values = [.. data.Columns.Where(column => column.Name != sourceColumn)];
        if (values.FirstOrDefault(column => map.Has(column.Name)) is TableColumn clash)
        {
            throw new DataFormatException(
                DataErrorCodes.ColumnsOverlap, $"Both the data and the map have a column '{clash.Name}'; rename it in the data.");
        }

        ILookup<string, int> rowsOfId = Rows(data.Values<string>(sourceColumn));
        string?[] sources = map.Values<string>(sourceColumn);
        string?[] destinations = map.Values<string>(destinationColumn);
        (int MapRow, int DataRow)[] joined = [.. Enumerable.Range(0, map.RowCount)
            .SelectMany(row => rowsOfId[sources[row] ?? string.Empty].DefaultIfEmpty(-1), (row, dataRow) => (row, dataRow))
            .OrderBy(pair => string.IsNullOrEmpty(destinations[pair.row]))
            .ThenBy(pair => destinations[pair.row], StringComparer.Ordinal)];
        return new Table(
        [
            new TableColumn<string>(destinationColumn, [.. joined.Select(pair => destinations[pair.MapRow] ?? string.Empty)]),
            .. values.Select(column => Pick(data.Doubles(column.Name), column.Name, joined)),
        ]);
    }

    private static ILookup<string, int> Rows(string[] ids) =>
        Enumerable.Range(0, ids.Length).Where(row => !string.IsNullOrEmpty(ids[row])).ToLookup(row => ids[row], StringComparer.Ordinal);

    private static TableColumn<double> Pick(double[] values, string name, (int MapRow, int DataRow)[] joined) =>
        new(name, [.. joined.Select(pair => pair.DataRow < 0 ? double.NaN : values[pair.DataRow])]);
}
