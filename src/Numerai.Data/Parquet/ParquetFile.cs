using Numerai.Data.Tables;

namespace Numerai.Data.Parquet;

/// <summary>Whole files at once. For files larger than memory use <see cref="ParquetReader"/> and <see cref="ParquetWriter"/>.</summary>
public static class ParquetFile
{
    /// <summary>All rows of the named columns, or of all.</summary>
    /// <exception cref="DataFormatException">The file is missing, damaged, too large or lacks a column.</exception>
    public static Table Read(string path, IReadOnlyList<string>? columns = null, ParquetLimits? limits = null)
    {
        using var reader = ParquetReader.Open(path, limits);
        return reader.ReadAll(columns);
    }

    /// <summary>All rows of the named columns, or of all, from a seekable stream that stays open.</summary>
    /// <exception cref="DataFormatException">The content is damaged, too large or lacks a column.</exception>
    public static Table Read(Stream stream, string name, IReadOnlyList<string>? columns = null, ParquetLimits? limits = null)
    {
        using var reader = ParquetReader.Open(stream, name, limits);
        return reader.ReadAll(columns);
    }

    /// <summary>Writes a table, split into row groups as the options say.</summary>
    public static void Write(string path, Table table, ParquetWriteOptions? options = null)
    {
        using var writer = ParquetWriter.Create(path, Schema(table), Nullable(table), options);
        WriteGroups(writer, table, options ?? ParquetWriteOptions.Default);
    }

    /// <summary>Writes a table to a stream that stays open.</summary>
    public static void Write(Stream stream, Table table, ParquetWriteOptions? options = null)
    {
        using var writer = ParquetWriter.Create(stream, Schema(table), Nullable(table), options);
        WriteGroups(writer, table, options ?? ParquetWriteOptions.Default);
    }

    private static void WriteGroups(ParquetWriter writer, Table table, ParquetWriteOptions options)
    {
        if (table.RowCount <= options.RowGroupRows)
        {
            writer.Write(table);
        }

        for (var start = 0; table.RowCount > options.RowGroupRows && start < table.RowCount; start += options.RowGroupRows)
        {
            var count = Math.Min(options.RowGroupRows, table.RowCount - start);
            writer.Write(table.Take(Enumerable.Range(start, count).ToArray()));
        }

        writer.Complete();
    }

    private static List<ColumnSchema> Schema(Table table) => table.Columns.Select(column => column.Schema).ToList();

    private static HashSet<string> Nullable(Table table) =>
        table.Columns.Where(column => column.Missing is not null && column.Type is not (ColumnType.Float32 or ColumnType.Float64))
            .Select(column => column.Name).ToHashSet();
}
