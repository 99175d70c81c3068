using System.Text;
using System.Text.Json;
using Numerai.Data.Parquet;
using Numerai.Data.Submissions;
using Numerai.Data.Tables;
using Numerai.Golden;

namespace Numerai.Data.Tests.Submissions;

/// <summary>Makes files and universes out of the tables of golden cases.</summary>
internal static class GoldenTables
{
    public static SubmissionFormat Numerai { get; } = SubmissionFormat.OfIds;

    public static SubmissionFormat Signals(bool dateRequired) => SubmissionFormat.OfTickers with { DateRequired = dateRequired };

    /// <summary>A format that takes whatever two columns a case names, for the functions that do not check headers.</summary>
    public static SubmissionFormat Of(string key, string value) => new() { KeyColumns = [key], ValueColumns = [value], MinimumRows = 0 };

    public static Table Table(JsonElement table)
    {
        string[] names = GoldenJson.Texts(table.GetProperty("columns"));
        string[] types = GoldenJson.Texts(table.GetProperty("dtypes"));
        JsonElement[] data = [.. table.GetProperty("data").EnumerateArray()];
        return new Table([.. names.Select((name, index) => types[index] == "str"
            ? (TableColumn)new TableColumn<string>(name, GoldenJson.Texts(data[index]))
            : new TableColumn<double>(name, GoldenJson.Numbers(data[index])))]);
    }

    public static byte[] Parquet(Table table)
    {
        using MemoryStream stream = new();
        ParquetFile.Write(stream, table);
        return stream.ToArray();
    }

    /// <summary>The forms a case's submission comes in: always Parquet, CSV where the case has its text.</summary>
    public static IEnumerable<byte[]> Files(GoldenCase golden)
    {
        yield return Parquet(Table(golden["submission"]));
        if (golden.Has("submission_csv"))
        {
            yield return Encoding.UTF8.GetBytes(golden["submission_csv"].GetString()!);
        }
    }

    public static SubmissionUniverse Universe(Table table, string? alignedColumn = null) => SubmissionUniverse.Of(
        alignedColumn ?? table.Columns[0].Name,
        table.Columns.ToDictionary(column => column.Name, column => (IReadOnlyList<string?>)table.Values<string>(column.Name)));
}
