using System.Globalization;
using Numerai.Client.Datasets;
using Numerai.Client.Submissions;
using Numerai.Data.Parquet;
using Numerai.Data.Submissions;

namespace Numerai.Data.Tests.Parquet.Participants;

/// <summary>
/// Files of the participant's library (Parquet.Net, in the SDK) as the server's intake (ParquetSharp) and DuckDB read them.
/// </summary>
public sealed class ClientWritesTests : IDisposable
{
    private static readonly string[] _ids = [.. Enumerable.Range(0, 2500).Select(row => $"n{row * 2654435761L:x16}")];
    private static readonly double[] _predictions = [.. Enumerable.Range(0, 2500).Select(row => (row + 1) / 2501d)];
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Predictions_are_what_the_intake_takes_to_the_last_bit()
    {
        var path = _folder.File("predictions.parquet");
        await PredictionsFile.WriteAsync(path, _ids, _predictions);
        var (submission, refusal) = SubmissionParser.Parse(await File.ReadAllBytesAsync(path), SubmissionFormat.OfIds);
        Assert.Null(refusal);
        Assert.Equal(_predictions, submission!.Values);
        Assert.Equal(_ids, ParquetFile.Read(path).Values<string>("id"));
    }

    [Theory]
    [InlineData("ticker", "prediction")]
    [InlineData("numerai_ticker", "signal")]
    [InlineData("bloomberg_ticker", "signal")]
    public async Task Signals_are_taken_by_every_kind_of_ticker_with_and_without_days(string id, string value)
    {
        var format = new PredictionsFormat(id, value);
        using var plain = new MemoryStream();
        await PredictionsFile.WriteAsync(plain, _ids, _predictions, format);
        Assert.Null(SubmissionParser.Parse(plain.ToArray(), SubmissionFormat.OfTickers).Refusal);
        using var dated = new MemoryStream();
        DateOnly[] days = [.. _ids.Select((_, row) => new DateOnly(2026, 1, 2).AddDays(row / 500))];
        await PredictionsFile.WriteAsync(dated, _ids, _predictions, format, days);
        var (submission, refusal) = SubmissionParser.Parse(dated.ToArray(), SubmissionFormat.OfTickers);
        Assert.Null(refusal);
        Assert.Equal("date", submission!.Header.DateColumn);
    }

    [Fact]
    public async Task Crypto_takes_symbols()
    {
        using var memory = new MemoryStream();
        await PredictionsFile.WriteAsync(memory, _ids, _predictions, PredictionsFormat.OfSymbols);
        Assert.Null(SubmissionParser.Parse(memory.ToArray(), SubmissionFormat.OfTickers with { KeyColumns = ["symbol"] }).Refusal);
    }

    [Fact]
    public async Task Every_type_in_several_row_groups_is_read_to_the_same_values_by_both_others()
    {
        var path = _folder.File("table.parquet");
        var rows = Enumerable.Range(0, 2500).ToArray();
        await new ParquetTable { RowGroupRows = 1000, Metadata = new Dictionary<string, string> { ["round"] = "8/7" } }
            .Add("id", _ids)
            .Add("word", [.. rows.Select(row => row % 7 == 3 ? null : $"wört {row % 5}")])
            .Add("bin", [.. rows.Select(row => (sbyte)((row % 256) - 128))])
            .Add("whole", [.. rows.Select(row => row * -7919)])
            .Add("large", [.. rows.Select(row => long.MinValue + row)])
            .Add("single", [.. rows.Select(row => row % 7 == 3 ? float.NaN : row / 3f)])
            .Add("real", [.. rows.Select(row => row % 7 == 3 ? double.NaN : row / 2501d)])
            .Add("flag", [.. rows.Select(row => row % 3 == 0)])
            .Add("day", [.. rows.Select(row => new DateOnly(1999, 11, 1).AddDays(row))])
            .WriteAsync(path);
        Assert.Equal(2500 * 9, await SameValues.AssertAsync(path));
        var table = ParquetFile.Read(path);
        Assert.Equal("8/7", table.Metadata["round"]);
        Assert.Equal(rows.Select(row => (sbyte)((row % 256) - 128)), table.Values<sbyte>("bin"));
        Assert.Equal(rows.Select(row => row % 7 == 3 ? null : $"wört {row % 5}"), table.Values<string>("word"));
        Assert.Equal(rows.Select(row => row % 7 == 3 ? float.NaN : row / 3f), table.Values<float>("single"));
        foreach (var (name, values) in new (string, IEnumerable<string>)[]
        {
            ("id", _ids), ("bin", table.Values<sbyte>("bin").Select(Text)), ("whole", table.Values<int>("whole").Select(Text)),
            ("large", table.Values<long>("large").Select(Text)), ("real", table.Values<double>("real").Select(Text)),
            ("flag", table.Values<bool>("flag").Select(flag => flag.ToString())),
        })
        {
            Assert.Equal(values, DuckDbFile.Column($"select {name} from '{path}'"));
        }

        Assert.Equal("3", DuckDbFile.Column($"select count(distinct row_group_id) from parquet_metadata('{path}')")[0]);
        Assert.Equal(Text(rows.Count(row => row % 7 != 3)), DuckDbFile.Column($"select count(word) from '{path}'")[0]);
    }

    [Fact]
    public async Task A_table_without_rows_is_a_file_of_its_columns()
    {
        var path = _folder.File("empty.parquet");
        await new ParquetTable().Add("id", []).Add<double>("value", []).WriteAsync(path);
        Assert.Equal(["id", "value"], ParquetFile.Read(path).Columns.Select(column => column.Name));
        Assert.Equal("0", DuckDbFile.Column($"select count(*) from '{path}'")[0]);
        await using var reader = await DatasetReader.OpenAsync(path);
        Assert.Equal(0, reader.RowCount);
    }

    private static string Text<T>(T value)
        where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);
}
