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
        Assert.Equal(Enumerable.Range(0, 100).Select(row => row % 11 == 4 ? null : $"wört {row % 7}"), await reader.ReadTextAsync(0, "word"));
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
        Assert.Equal(Enumerable.Range(0, 420).Select(row => (sbyte)(row % 5)), eras.SelectMany(era => era.Bins("feature_able_river").ToArray()));
        Assert.Equal(
            Enumerable.Range(0, 420).Select(row => row > 300 ? float.NaN : row % 3 / 2f), eras.SelectMany(era => era.Values("target_long").ToArray()));
        Assert.Equal(Enumerable.Range(0, 420).Select(row => row % 9 == 4), eras.SelectMany(era => era.Values("feature_float").ToArray()).Select(float.IsNaN));
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
        var missing = await Assert.ThrowsAsync<DatasetException>(() => reader.ReadFloatsAsync(0, "feature_absent"));
        Assert.Equal(DatasetException.ColumnMissing, missing.Code);
        Assert.Contains("no column 'feature_absent'; it has 'id', 'era'", missing.Message, StringComparison.Ordinal);
        var text = await Assert.ThrowsAsync<DatasetException>(() => reader.ReadFloatsAsync(0, "id"));
        Assert.Equal(DatasetException.ColumnWrongType, text.Code);
        Assert.Contains("holds Text", text.Message, StringComparison.Ordinal);
        Assert.Equal(DatasetException.ColumnWrongType, (await Assert.ThrowsAsync<DatasetException>(() => reader.ReadBinsAsync(0, "target"))).Code);
        Assert.Equal(DatasetException.ColumnWrongType, (await Assert.ThrowsAsync<DatasetException>(() => reader.ReadTextAsync(0, "target"))).Code);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => reader.ReadFloatsAsync(5, "target"));
        Assert.Equal(DatasetException.Unreadable, (await Assert.ThrowsAsync<DatasetException>(() => DatasetReader.OpenAsync("absent.parquet"))).Code);
    }

    [Fact]
    public async Task A_cancelled_read_ends_and_the_reader_can_be_used_again()
    {
        await using var reader = await SampleDataset.OpenAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reader.ReadFloatsAsync(0, "target", new CancellationToken(canceled: true)));
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
            Assert.Equal(DatasetException.TooLarge, (await Assert.ThrowsAsync<DatasetException>(() => SampleDataset.OpenAsync(options))).Code);
        }

        await using var reader = await SampleDataset.OpenAsync(new DatasetReaderOptions { MaximumTextLength = 100 });
        Assert.Equal(DatasetException.TooLarge, (await Assert.ThrowsAsync<DatasetException>(() => reader.ReadTextAsync(0, "id"))).Code);
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
