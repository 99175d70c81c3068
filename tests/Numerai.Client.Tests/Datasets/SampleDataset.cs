using Numerai.Client.Datasets;

namespace Numerai.Client.Tests.Datasets;

/// <summary>A small file in the shape of a release: 7 eras of 60 rows, whose row groups of 100 rows cut eras in two.</summary>
internal static class SampleDataset
{
    public const int Rows = 420;
    public const int RowsOfEra = 60;

    public static string[] Ids { get; } = [.. Enumerable.Range(0, Rows).Select(row => $"n{row * 2654435761L:x16}")];

    public static ParquetTable Table(int rowGroupRows = 100) => new ParquetTable { RowGroupRows = rowGroupRows }
        .Add("id", Ids)
        .Add("era", [.. Enumerable.Range(0, Rows).Select(row => $"{(row / RowsOfEra) + 1:0000}")])
        .Add("feature_able_river", [.. Enumerable.Range(0, Rows).Select(row => (sbyte)(row % 5))])
        .Add("feature_calm_hill", [.. Enumerable.Range(0, Rows).Select(row => (sbyte)(row * 7 % 5))])
        .Add("feature_float", [.. Enumerable.Range(0, Rows).Select(row => row % 9 == 4 ? float.NaN : row / 3f)])
        .Add("target", [.. Enumerable.Range(0, Rows).Select(row => row % 5 / 4f)])
        .Add("target_long", [.. Enumerable.Range(0, Rows).Select(row => row > 300 ? float.NaN : row % 3 / 2f)])
        .Add("real", [.. Enumerable.Range(0, Rows).Select(row => row / 421d)])
        .Add("whole", [.. Enumerable.Range(0, Rows).Select(row => row * 1_000_003L)])
        .Add("flag", [.. Enumerable.Range(0, Rows).Select(row => row % 3 == 0)])
        .Add("day", [.. Enumerable.Range(0, Rows).Select(row => new DateOnly(2020, 1, 1).AddDays(row))])
        .Add("word", [.. Enumerable.Range(0, Rows).Select(row => row % 11 == 4 ? null : $"wört {row % 7}")]);

    /// <summary>One era without targets.</summary>
    public static ParquetTable Live() => new ParquetTable()
        .Add("id", Ids[..RowsOfEra])
        .Add("era", [.. Enumerable.Repeat("X", RowsOfEra)])
        .Add("feature_able_river", [.. Enumerable.Range(0, RowsOfEra).Select(row => (sbyte)(row % 5))])
        .Add("feature_calm_hill", [.. Enumerable.Range(0, RowsOfEra).Select(row => (sbyte)(row * 7 % 5))]);

    public static async Task<byte[]> BytesAsync(int rowGroupRows = 100)
    {
        using var memory = new MemoryStream();
        await Table(rowGroupRows).WriteAsync(memory);
        return memory.ToArray();
    }

    public static async Task<DatasetReader> OpenAsync(DatasetReaderOptions? options = null) =>
        await DatasetReader.OpenAsync(new MemoryStream(await BytesAsync()), "sample.parquet", options);
}
