using Numerai.Client.Datasets;

namespace Numerai.Client.Tests.Datasets;

public sealed class DatasetReaderTests
{
    [Fact]
    public async Task The_footer_tells_columns_rows_features_and_targets()
    {
        await using var reader = await SampleDataset.OpenAsync();
        Assert.Equal((420, 5), (reader.RowCount, reader.RowGroupCount));
        Assert.Equal([100, 100, 100, 100, 20], Enumerable.Range(0, 5).Select(reader.RowsOf));
        Assert.Equal(["feature_able_river", "feature_calm_hill", "feature_float"], reader.Features);
        Assert.Equal(["target", "target_long"], reader.Targets);
        Assert.Equal(new DatasetColumn("id", DatasetColumnType.Text, true), reader.Columns[0]);
        Assert.Equal(new DatasetColumn("feature_able_river", DatasetColumnType.Bins, false), reader.Columns[2]);
    }

    [Fact]
    public async Task A_column_of_one_row_group_is_read_as_numbers_bins_or_text()
    {
        await using var reader = await SampleDataset.OpenAsync();
        Assert.Equal(Enumerable.Range(100, 100).Select(row => (sbyte)(row % 5)), await reader.ReadBinsAsync(1, "feature_able_river"));
        Assert.Equal(Enumerable.Range(100, 100).Select(row => (float)(row % 5)), await reader.ReadFloatsAsync(1, "feature_able_river"));
        Assert.Equal(Enumerable.Range(400, 20).Select(row => row / 421d), await reader.ReadDoublesAsync(4, "real"));
        Assert.Equal(Enumerable.Range(0, 100).Select(row => row * 1_000_003d), await reader.ReadDoublesAsync(0, "whole"));
        Assert.Equal(Enumerable.Range(0, 100).Select(row => row % 3 == 0 ? 1f : 0), await reader.ReadFloatsAsync(0, "flag"));
        Assert.Equal(SampleDataset.Ids[..100], await reader.ReadTextAsync(0, "id"));
        Assert.Equal("2020-01-03", (await reader.ReadTextAsync(0, "day"))[2]);
        var words = Enumerable.Range(0, 100).Select(row => row % 11 == 4 ? null : $"wört {row % 7}");
        Assert.Equal(words, await reader.ReadTextAsync(0, "word"));
    }

    [Fact]
    public async Task Eras_are_read_whole_though_row_groups_cut_them()
    {
        await using var reader = await SampleDataset.OpenAsync();
        var eras = new List<DatasetEra>();
        await foreach (var era in reader.ReadErasAsync())
        {
            eras.Add(era);
        }

        Assert.Equal(Enumerable.Range(1, 7).Select(era => $"{era:0000}"), eras.Select(era => era.Era));
        Assert.All(eras, era => Assert.Equal(SampleDataset.RowsOfEra, era.RowCount));
        Assert.Equal(SampleDataset.Ids, eras.SelectMany(era => era.Ids));
        var rows = Enumerable.Range(0, SampleDataset.Rows).ToArray();
        Assert.Equal(rows.Select(row => (sbyte)(row % 5)), eras.SelectMany(era => era.Bins("feature_able_river").ToArray()));
        Assert.Equal(rows.Select(row => row > 300 ? float.NaN : row % 3 / 2f), eras.SelectMany(era => era.Values("target_long").ToArray()));
        Assert.Equal(rows.Select(row => row % 9 == 4), eras.SelectMany(era => era.Values("feature_float").ToArray()).Select(float.IsNaN));
    }

    [Fact]
    public async Task Only_the_selected_columns_of_an_era_are_read_and_they_make_a_matrix()
    {
        await using var reader = await SampleDataset.OpenAsync();
        var selection = new DatasetSelection { Features = ["feature_calm_hill", "feature_able_river"], Targets = ["target"] };
        await foreach (var era in reader.ReadErasAsync(selection))
        {
            var matrix = era.ToMatrix();
            Assert.Equal(2 * era.RowCount, matrix.Length);
            Assert.Equal(era.Values("feature_calm_hill")[3], matrix[6]);
            Assert.Equal(era.Values("feature_able_river")[3], matrix[7]);
            Assert.Equal(DatasetException.ColumnMissing, Assert.Throws<DatasetException>(() => era.Values("feature_float").Length).Code);
        }
    }

    [Fact]
    public async Task An_era_whose_rows_do_not_stand_together_is_refused_by_name()
    {
        using var memory = new MemoryStream();
        await new ParquetTable().Add("id", ["a", "b", "c"]).Add("era", ["0001", "0002", "0001"]).WriteAsync(memory);
        await using var reader = await DatasetReader.OpenAsync(memory, "scattered.parquet");
        var refusal = await Assert.ThrowsAsync<DatasetException>(async () =>
        {
            await foreach (var era in reader.ReadErasAsync())
            {
                Assert.Equal(1, era.RowCount);
            }
        });
        Assert.Equal(DatasetException.EraScattered, refusal.Code);
        Assert.Contains("'0001'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_or_of_another_type_is_refused_with_a_sentence()
    {
        await using var reader = await SampleDataset.OpenAsync();
        var missing = await RefusedAsync(DatasetException.ColumnMissing, () => reader.ReadFloatsAsync(0, "feature_absent"));
        Assert.Contains("no column 'feature_absent'; it has 'id', 'era'", missing, StringComparison.Ordinal);
        var text = await RefusedAsync(DatasetException.ColumnWrongType, () => reader.ReadFloatsAsync(0, "id"));
        Assert.Contains("holds Text", text, StringComparison.Ordinal);
        await RefusedAsync(DatasetException.ColumnWrongType, () => reader.ReadBinsAsync(0, "target"));
        await RefusedAsync(DatasetException.ColumnWrongType, () => reader.ReadTextAsync(0, "target"));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => reader.ReadFloatsAsync(5, "target"));
        await RefusedAsync(DatasetException.Unreadable, () => DatasetReader.OpenAsync("absent.parquet"));
    }

    [Fact]
    public async Task A_cancelled_read_ends_and_the_reader_can_be_used_again()
    {
        await using var reader = await SampleDataset.OpenAsync();
        var cancelled = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reader.ReadFloatsAsync(0, "target", cancelled));
        Assert.Equal(100, (await reader.ReadFloatsAsync(0, "target")).Length);
    }

    [Fact]
    public async Task What_a_file_claims_is_held_against_the_options_before_memory_is_taken()
    {
        foreach (var options in new[]
        {
            new DatasetReaderOptions { MaximumColumns = 5 }, new DatasetReaderOptions { MaximumRowGroups = 2 },
            new DatasetReaderOptions { MaximumRowGroupRows = 50 }, new DatasetReaderOptions { MaximumFooterBytes = 100 },
        })
        {
            await RefusedAsync(DatasetException.TooLarge, () => SampleDataset.OpenAsync(options));
        }

        await using var reader = await SampleDataset.OpenAsync(new DatasetReaderOptions { MaximumTextLength = 100 });
        await RefusedAsync(DatasetException.TooLarge, () => reader.ReadTextAsync(0, "id"));
    }

    [Fact]
    public async Task What_is_not_asked_for_is_not_read()
    {
        using var counted = new CountedStream(await SampleDataset.BytesAsync());
        await using var reader = await DatasetReader.OpenAsync(counted, "counted.parquet");
        var footer = counted.BytesRead;
        await reader.ReadBinsAsync(1, "feature_able_river");
        Assert.InRange(counted.BytesRead - footer, 1, 500);
        await foreach (var era in reader.ReadErasAsync(new DatasetSelection { Features = ["feature_able_river"], Targets = [] }))
        {
            // Two of five row groups hold the first two eras.
            Assert.InRange(counted.BytesRead - footer, 1, counted.Length / 2);
            if (era.Era == "0002")
            {
                break;
            }
        }
    }

    /// <returns>The sentence.</returns>
    private static async Task<string> RefusedAsync(string code, Func<Task> read)
    {
        var refusal = await Assert.ThrowsAsync<DatasetException>(read);
        Assert.Equal(code, refusal.Code);
        return refusal.Message;
    }

    private sealed class CountedStream(byte[] bytes) : MemoryStream(bytes)
    {
        public long BytesRead { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            var read = base.Read(buffer);
            BytesRead += read;
            return read;
        }

        public override int ReadByte()
        {
            BytesRead++;
            return base.ReadByte();
        }
    }
}
