using Numerai.Client.Datasets;
using Numerai.Client.Submissions;

namespace Numerai.Client.Tests.Datasets;

public sealed class PredictionsFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("predictions-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Predictions_are_read_back_as_they_were_written()
    {
        var path = Path.Combine(_folder, "predictions.parquet");
        await PredictionsFile.WriteAsync(path, ["a", "b", "c"], [0.25, 1 / 3d, 0.75]);
        await using var reader = await DatasetReader.OpenAsync(path);
        Assert.Equal(["id", "prediction"], reader.Columns.Select(column => column.Name));
        Assert.Equal(["a", "b", "c"], await reader.ReadTextAsync(0, "id"));
        var read = await reader.ReadDoublesAsync(0, "prediction");
        Assert.Equal([0.25, 1 / 3d, 0.75], read);
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_signal_over_days_has_a_day_in_each_row()
    {
        using var memory = new MemoryStream();
        var day = new DateOnly(2026, 11, 27);
        await PredictionsFile.WriteAsync(memory, ["AAA_US", "AAA_US"], [0.2, 0.3], PredictionsFormat.OfTickers, [day, day.AddDays(3)]);
        await using var reader = await DatasetReader.OpenAsync(memory, "signal.parquet");
        Assert.Equal(["numerai_ticker", "date", "signal"], reader.Columns.Select(column => column.Name));
        Assert.Equal(["2026-11-27", "2026-11-30"], await reader.ReadTextAsync(0, "date"));
    }

    public static TheoryData<string[], double[], string> Bad() => new()
    {
        { [], [], "0 ids" },
        { ["a"], [0.1, 0.2], "1 ids, 2 predictions" },
        { ["a", "a"], [0.1, 0.2], "'a' comes twice" },
        { ["a", ""], [0.1, 0.2], "Row 2 has no id" },
        { ["a", "b"], [0.1, 1.5], "prediction of 'b' in row 2 is 1.5;" },
        { ["a", "b"], [-0.5, 0.5], "prediction of 'a' in row 1 is -0.5;" },
        { ["a", "b"], [0.1, double.NaN], "prediction of 'b' in row 2 is NaN;" },
        { ["a", "b"], [0.5, 0.5], "All predictions are the same" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task What_every_server_would_refuse_is_refused_before_anything_is_written(string[] ids, double[] predictions, string part)
    {
        var path = Path.Combine(_folder, "bad.parquet");
        var refusal = await Assert.ThrowsAsync<DatasetException>(() => PredictionsFile.WriteAsync(path, ids, predictions));
        Assert.Equal(DatasetException.PredictionsInvalid, refusal.Code);
        Assert.Contains(part, refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task The_same_columns_give_the_same_bytes() =>
        Assert.Equal(await SampleDataset.BytesAsync(), await SampleDataset.BytesAsync());

    [Fact]
    public void A_table_takes_columns_of_one_length_and_different_names()
    {
        var table = new ParquetTable().Add("a", [1, 2]);
        Assert.Throws<ArgumentException>(() => table.Add("b", [1.5]));
        Assert.Throws<ArgumentException>(() => table.Add("a", [1.5, 2]));
        Assert.Throws<ArgumentException>(() => table.Add("c", [1m, 2]));
        Assert.Equal(2, table.RowCount);
    }
}
