using System.Globalization;
using Numerai.Data.Csv;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;

namespace Numerai.Data.Panels;

/// <summary>Finds and reads the files of a panel, in whichever of their forms they are.</summary>
internal static class PanelFiles
{
    public const string Date = "date";
    private static readonly string[] _forms = [".parquet", ".csv.gz", ".csv"];

    public static string Find(string folder, string stem) => TryFind(folder, stem)
        ?? throw new DataFormatException(
            DataErrorCodes.PanelFileMissing, $"Folder '{folder}' has no file {stem} as .parquet, .csv.gz or .csv.");

    public static string? TryFind(string folder, string stem) =>
        _forms.Select(form => Path.Combine(folder, stem + form)).FirstOrDefault(File.Exists);

    public static bool IsParquet(string path) => path.EndsWith(_forms[0], StringComparison.Ordinal);

    public static bool IsTable(string path) => Array.Exists(_forms, form => path.EndsWith(form, StringComparison.Ordinal));

    /// <summary>A whole table; columns of CSV are read as the given types, those of Parquet must be of them.</summary>
    public static Table Read(string path, IReadOnlyDictionary<string, ColumnType>? types = null) =>
        IsParquet(path) ? ParquetFile.Read(path) : CsvTable.Read(path, types);

    /// <summary>The days of the column <c>date</c>: dates, times or text of the form 2021-04-21.</summary>
    /// <exception cref="DataFormatException"><c>column_missing</c>, <c>column_wrong_type</c>, or <c>csv_malformed</c> with the
    /// row.</exception>
    public static DateOnly[] Dates(Table table, string file)
    {
        var column = table[Date];
        if (column.Missing is { } missing && Array.IndexOf(missing, true) is >= 0 and var row)
        {
            throw new DataFormatException(DataErrorCodes.CsvMalformed, $"Row {row + 1} of file '{file}' has no date.");
        }

        return column switch
        {
            TableColumn<DateOnly> c => c.Values,
            TableColumn<DateTime> c => Array.ConvertAll(c.Values, DateOnly.FromDateTime),
            TableColumn<string> c => [.. c.Values.Select((text, row) =>
                DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                    ? date
                    : throw new DataFormatException(DataErrorCodes.CsvMalformed,
                        $"Row {row + 1} of file '{file}' has the date '{text}', which is not of the form 2021-04-21."))],
            _ => throw new DataFormatException(
                DataErrorCodes.ColumnWrongType, $"Column '{Date}' of file '{file}' holds {column.Type}; dates are needed."),
        };
    }
}
