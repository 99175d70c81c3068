using Numerai.Client.Datasets;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;

namespace Numerai.Data.Tests.Parquet.Participants;

/// <summary>Compares what the two libraries read of one file, value for value.</summary>
internal static class SameValues
{
    /// <returns>How many values were compared.</returns>
    /// <param name="refused">Columns whose encoding the participant's side refuses.</param>
    public static async Task<long> AssertAsync(string path, params IReadOnlyCollection<string> refused)
    {
        using var expected = ParquetReader.Open(path);
        await using var actual = await DatasetReader.OpenAsync(path);
        Assert.Equal(expected.RowCount, actual.RowCount);
        Assert.Equal(expected.RowGroupCount, actual.RowGroupCount);
        Assert.Equal(expected.Columns.Select(column => column.Name), actual.Columns.Select(column => column.Name));
        Assert.All(expected.Metadata, pair => Assert.Equal(pair.Value, actual.Metadata[pair.Key]));
        var compared = 0L;
        for (var group = 0; group < expected.RowGroupCount; group++)
        {
            var table = expected.ReadRowGroup(group);
            foreach (var name in refused)
            {
                Func<Task> read = table[name] is TableColumn<string>
                    ? () => actual.ReadTextAsync(group, name)
                    : () => actual.ReadFloatsAsync(group, name);
                var refusal = await Assert.ThrowsAsync<DatasetException>(read);
                Assert.Equal(DatasetException.Unsupported, refusal.Code);
            }

            foreach (var column in table.Columns.Where(column => !refused.Contains(column.Name)))
            {
                await AssertColumnAsync(column, actual, group);
                compared += table.RowCount;
            }
        }

        return compared;
    }

    private static async Task AssertColumnAsync(TableColumn column, DatasetReader actual, int group)
    {
        var name = column.Name;
        switch (column)
        {
            case TableColumn<string> text:
                Assert.Equal(text.Values, await actual.ReadTextAsync(group, name));
                break;
            case TableColumn<DateOnly> days:
                Assert.Equal(days.Values.Select(day => day.ToString("O")), await actual.ReadTextAsync(group, name));
                break;
            case TableColumn<sbyte> bins:
                Assert.Equal(Spread(bins, bin => bin, DatasetEra.MissingBin), await actual.ReadBinsAsync(group, name));
                Assert.Equal(Spread(bins, bin => bin, float.NaN), await actual.ReadFloatsAsync(group, name));
                break;
            case TableColumn<float> floats:
                Assert.Equal(floats.Values, await actual.ReadFloatsAsync(group, name));
                break;
            case TableColumn<double> doubles:
                Assert.Equal(doubles.Values, await actual.ReadDoublesAsync(group, name));
                break;
            case TableColumn<int> wholes:
                Assert.Equal(Spread(wholes, whole => whole, double.NaN), await actual.ReadDoublesAsync(group, name));
                break;
            case TableColumn<long> wholes:
                Assert.Equal(Spread(wholes, whole => whole, double.NaN), await actual.ReadDoublesAsync(group, name));
                break;
            case TableColumn<bool> flags:
                Assert.Equal(Spread(flags, flag => flag ? 1 : 0, double.NaN), await actual.ReadDoublesAsync(group, name));
                break;

            // Times are not read.
            default:
                var refusal = await Assert.ThrowsAsync<DatasetException>(() => actual.ReadDoublesAsync(group, column.Name));
                Assert.Equal(DatasetException.ColumnWrongType, refusal.Code);
                break;
        }
    }

    private static IEnumerable<TTo> Spread<T, TTo>(TableColumn<T> column, Func<T, TTo> convert, TTo missing) =>
        column.Values.Select((value, row) => column.Missing?[row] == true ? missing : convert(value));
}
