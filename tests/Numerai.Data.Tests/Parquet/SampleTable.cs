using Numerai.Data.Tables;

namespace Numerai.Data.Tests.Parquet;

/// <summary>A table with a column of every type, each with and without missing values.</summary>
internal static class SampleTable
{
    public static Table Create(int rows)
    {
        var random = new Random(5);
        bool[] missing = [.. Enumerable.Range(0, rows).Select(i => i % 7 == 3)];
        T[] Make<T>(Func<int, T> value) => [.. Enumerable.Range(0, rows).Select(value)];
        T[] Holes<T>(Func<int, T> value, T absent) => [.. Enumerable.Range(0, rows).Select(i => missing[i] ? absent : value(i))];
        var doubles = Make(_ => random.NextDouble());
        return new Table(
        [
            new TableColumn<string>("id", Make(i => $"n{i:x16}")),
            new TableColumn<string>("era", Make(i => $"{i / 50:0000}")),
            new TableColumn<string>("word", Holes<string>(i => $"wört {i % 5}", null!), missing),
            new TableColumn<sbyte>("tiny", Make(i => (sbyte)((i % 256) - 128))),
            new TableColumn<sbyte>("tiny_missing", Holes(i => (sbyte)(i % 5), default), missing),
            new TableColumn<int>("whole", Make(i => i * 7919)),
            new TableColumn<int>("whole_missing", Holes(i => -i, default), missing),
            new TableColumn<long>("large", Make(i => long.MinValue + i)),
            new TableColumn<float>("single", Make(i => i / 3f)),
            new TableColumn<double>("real", doubles),
            new TableColumn<double>("real_missing", Holes(i => doubles[i], double.NaN), missing),
            new TableColumn<bool>("flag", Make(i => i % 3 == 0)),
            new TableColumn<bool>("flag_missing", Holes(i => i % 2 == 0, default), missing),
            new TableColumn<DateOnly>("day", Make(i => new DateOnly(1999, 11, 1).AddDays(i))),
            new TableColumn<DateTime>("time", Make(i => new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddTicks(i * 10_010L))),
        ]);
    }

    public static void AssertSame(Table expected, Table actual)
    {
        Assert.Equal(expected.Columns.Select(c => c.Schema), actual.Columns.Select(c => c.Schema));
        foreach (var column in expected.Columns)
        {
            Assert.Equal(Cells(column), Cells(actual[column.Name]));
        }
    }

    /// <summary>Values with null where one is missing; NaN counts as missing because floats are stored that way.</summary>
    private static object?[] Cells(TableColumn column) => column switch
    {
        TableColumn<string> c => [.. c.Values],
        TableColumn<float> c => [.. c.Values.Select(v => float.IsNaN(v) ? null : (object)v)],
        TableColumn<double> c => [.. c.Values.Select(v => double.IsNaN(v) ? null : (object)v)],
        TableColumn<sbyte> c => Mask(c),
        TableColumn<int> c => Mask(c),
        TableColumn<long> c => Mask(c),
        TableColumn<bool> c => Mask(c),
        TableColumn<DateOnly> c => Mask(c),
        TableColumn<DateTime> c => Mask(c),
        _ => throw new ArgumentException(column.Name),
    };

    private static object?[] Mask<T>(TableColumn<T> column) =>
        [.. column.Values.Select((v, i) => column.Missing is { } m && m[i] ? null : (object?)v)];
}
