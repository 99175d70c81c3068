using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Numerai.Data.Tables;
using Sylvan.Data.Csv;

namespace Numerai.Data.Csv;

/// <summary>Tables as CSV. Numbers are written in their shortest form that reads back exactly; an empty cell is a missing value.</summary>
public static class CsvTable
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    /// <summary>Whether a cell of a column of numbers says that there is none; an empty one says so always.</summary>
    internal delegate bool Absent(ReadOnlySpan<char> cell);

    /// <summary>Reads a file, plain or gzip. Columns named in <paramref name="types"/> are parsed as such, all others stay text.</summary>
    /// <exception cref="DataFormatException"><c>file_unreadable</c>, <c>csv_malformed</c> (with row and column) or
    /// <c>file_too_large</c>.</exception>
    public static Table Read(string path, IReadOnlyDictionary<string, ColumnType>? types = null, int maximumRows = int.MaxValue)
    {
        using var reader = CsvFile.Open(path);
        return Read(reader, Path.GetFileName(path), types, maximumRows);
    }

    /// <summary>The same for the columns that are kept, which alone take memory.</summary>
    internal static Table Read(string path, IReadOnlyDictionary<string, ColumnType> types, Predicate<string> keep, Absent absent)
    {
        using var reader = CsvFile.Open(path);
        return Read(reader, Path.GetFileName(path), types, int.MaxValue, keep, absent);
    }

    /// <summary>The same from a seekable stream, which is closed afterwards; <paramref name="name"/> is what errors call it.</summary>
    public static Table Read(
        Stream stream, string name, IReadOnlyDictionary<string, ColumnType>? types = null, int maximumRows = int.MaxValue)
    {
        using var reader = CsvFile.Open(stream, name);
        return Read(reader, name, types, maximumRows);
    }

    private static Table Read(CsvDataReader reader, string name, IReadOnlyDictionary<string, ColumnType>? types, int maximumRows,
        Predicate<string>? keep = null, Absent? absent = null)
    {
        var columns = Enumerable.Range(0, reader.FieldCount)
            .Select(i => (Name: reader.GetName(i), Place: i)).Where(column => keep?.Invoke(column.Name) ?? true)
            .Select(column => (Type: types?.GetValueOrDefault(column.Name) ?? ColumnType.Text, column.Name, column.Place))
            .Select(column => (column.Place, column.Type, Cells: CsvColumn.Of(column.Name, column.Type))).ToList();
        var row = 0;
        while (CsvFile.Guard(name, reader.Read))
        {
            if (++row > maximumRows)
            {
                throw new DataFormatException(DataErrorCodes.FileTooLarge, $"File '{name}' has more than {maximumRows:N0} rows.");
            }

            if (reader.RowFieldCount != reader.FieldCount)
            {
                throw new DataFormatException(DataErrorCodes.CsvMalformed,
                    $"Row {row} of file '{name}' has {reader.RowFieldCount} cells, but the header has {reader.FieldCount}.");
            }

            foreach (var (place, type, cells) in columns)
            {
                var cell = reader.GetFieldSpan(place);
                cells.Add(type == ColumnType.Float64 && absent is not null && absent(cell) ? default : cell, name, row);
            }
        }

        return new Table(columns.Select(column => column.Cells.Build()).ToList());
    }

    /// <summary>Writes a table; a name that ends in <c>.gz</c> is compressed.</summary>
    public static void Write(string path, Table table)
    {
        using var file = File.Create(path);
        using Stream target = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionLevel.Optimal) : file;
        Write(target, table);
    }

    /// <summary>Writes a table to a stream that stays open.</summary>
    public static void Write(Stream stream, Table table)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
        WriteRow(text, table.Columns.Select(column => column.Name));
        for (var row = 0; row < table.RowCount; row++)
        {
            var at = row;
            WriteRow(text, table.Columns.Select(column => Text(column, at)));
        }
    }

    private static void WriteRow(StreamWriter text, IEnumerable<string> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first)
            {
                text.Write(',');
            }

            first = false;
            text.Write(cell.AsSpan().ContainsAny(Special) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell);
        }

        text.Write('\n');
    }

    private static string Text(TableColumn column, int row) => column.Missing is { } missing && missing[row]
        ? ""
        : column switch
        {
            TableColumn<string> c => c.Values[row] ?? "",
            TableColumn<double> c => double.IsNaN(c.Values[row]) ? "" : c.Values[row].ToString(CultureInfo.InvariantCulture),
            TableColumn<float> c => float.IsNaN(c.Values[row]) ? "" : c.Values[row].ToString(CultureInfo.InvariantCulture),
            TableColumn<sbyte> c => c.Values[row].ToString(CultureInfo.InvariantCulture),
            TableColumn<int> c => c.Values[row].ToString(CultureInfo.InvariantCulture),
            TableColumn<long> c => c.Values[row].ToString(CultureInfo.InvariantCulture),
            TableColumn<bool> c => c.Values[row] ? "true" : "false",
            TableColumn<DateOnly> c => c.Values[row].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            TableColumn<DateTime> c => c.Values[row].ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture),
            _ => throw new ArgumentException($"Column '{column.Name}' has no CSV form.", nameof(column)),
        };
}
