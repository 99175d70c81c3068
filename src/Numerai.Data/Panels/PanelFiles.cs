using Numerai.Data.Csv;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;

namespace Numerai.Data.Panels;

/// <summary>Finds and reads the files of a panel, in whichever of their forms they are.</summary>
internal static class PanelFiles
{
    private static readonly string[] _forms = [".parquet", ".csv.gz", ".csv"];

    /// <summary>What stands in a cell of numbers where there is none.</summary>
    private static readonly HashSet<string> _absent =
        new(["null", "none", "nan", "na", "n/a", "#n/a", "-"], StringComparer.OrdinalIgnoreCase);

    public static string? TryFind(string folder, string stem) =>
        _forms.Select(form => Path.Combine(folder, stem + form)).FirstOrDefault(File.Exists);

    public static bool IsParquet(string path) => path.EndsWith(_forms[0], StringComparison.OrdinalIgnoreCase);

    public static bool IsTable(string path) => Array.Exists(_forms, form => path.EndsWith(form, StringComparison.OrdinalIgnoreCase));

    public static bool IsAbsent(ReadOnlySpan<char> cell) =>
        cell.IsWhiteSpace() || _absent.GetAlternateLookup<ReadOnlySpan<char>>().Contains(cell.Trim());

    /// <summary>The name of a file without its form.</summary>
    public static string Stem(string path)
    {
        var name = Path.GetFileName(path);
        return name[..^(Array.Find(_forms, form => name.EndsWith(form, StringComparison.OrdinalIgnoreCase))?.Length
            ?? Path.GetExtension(name).Length)];
    }

    /// <summary>The names of the columns, those too whose type is not read.</summary>
    public static IReadOnlyList<string> Header(string path)
    {
        if (IsParquet(path))
        {
            using var parquet = ParquetReader.Open(path);
            return [.. parquet.Fields.Select(field => field.Name)];
        }

        using var csv = CsvFile.Open(path);
        return [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetName)];
    }

    /// <summary>The named columns, each once; of CSV the <paramref name="numbers"/> are read as such and the others as text.</summary>
    public static Table Read(string path, IReadOnlyCollection<string> columns, IReadOnlyCollection<string> numbers) => IsParquet(path)
        ? ParquetFile.Read(path, [.. columns.Distinct(StringComparer.Ordinal)])
        : CsvTable.Read(
            path,
            numbers.Distinct(StringComparer.Ordinal).ToDictionary(name => name, _ => ColumnType.Float64),
            keep: name => columns.Contains(name, StringComparer.Ordinal),
            absent: IsAbsent);

    /// <summary>A column as text: numbers are written out, a missing value is empty.</summary>
    public static string[] Texts(TableColumn column) => column switch
    {
        TableColumn<string> c => Array.ConvertAll(c.Values, text => text?.Trim() ?? ""),
        TableColumn<int> c => Written(c),
        TableColumn<long> c => Written(c),
        TableColumn<sbyte> c => Written(c),
        _ => throw new DataFormatException(
            DataErrorCodes.ColumnWrongType, $"Column '{column.Name}' holds {column.Type}, but text is needed."),
    };

    private static string[] Written<T>(TableColumn<T> column)
        where T : IFormattable => [.. column.Values.Select((value, row) => column.Missing is { } missing && missing[row]
            ? ""
            : value.ToString(null, System.Globalization.CultureInfo.InvariantCulture))];
}
