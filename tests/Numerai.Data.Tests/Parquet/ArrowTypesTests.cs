using Apache.Arrow;
using Apache.Arrow.Types;
using Numerai.Data.Parquet;
using ParquetSharp.Arrow;
using Table = Numerai.Data.Tables.Table;

namespace Numerai.Data.Tests.Parquet;

/// <summary>Columns as pandas, polars and Arrow write them beside plain ones.</summary>
public sealed class ArrowTypesTests
{
    [Fact]
    public void A_categorical_column_and_a_large_string_column_are_text()
    {
        var texts = new StringArray.Builder().Append("Banks").Append("Energy").Build();
        var places = new Int8Array.Builder().Append(1).Append(0).AppendNull().Build();
        var categorical = new DictionaryArray(new DictionaryType(Int8Type.Default, StringType.Default, false), places, texts);
        var large = new LargeStringArray(
            3, new ArrowBuffer.Builder<long>().Append(0).Append(1).Append(3).Append(3).Build(),
            new ArrowBuffer.Builder<byte>().Append("abb"u8).Build(), ArrowBuffer.Empty);

        var table = Read(("sector", categorical), ("id", large));

        Assert.Equal(["Energy", "Banks", null], table.Values<string>("sector"));
        Assert.Equal(["a", "bb", ""], table.Values<string>("id"));
    }

    [Fact]
    public void A_column_of_nothing_is_missing_text_and_missing_numbers()
    {
        var table = Read(("nothing", new NullArray(3)));

        Assert.Equal([null, null, null], table.Values<string>("nothing"));
        Assert.Equal([double.NaN, double.NaN, double.NaN], table.Doubles("nothing"));
    }

    [Fact]
    public void Half_floats_with_gaps_are_numbers()
    {
        var halves = new HalfFloatArray.Builder().Append((Half)0.5).AppendNull().Append((Half)0.1).Build();

        Assert.Equal([0.5f, float.NaN, (float)(Half)0.1], Read(("half", halves)).Values<float>("half"));
    }

    private static Table Read(params (string Name, IArrowArray Values)[] columns)
    {
        var schema = new Schema([.. columns.Select(column => new Field(column.Name, column.Values.Data.DataType, nullable: true))], null);
        using var stream = new MemoryStream();
        using (var writer = new FileWriter(stream, schema, leaveOpen: true))
        {
            writer.WriteRecordBatch(new RecordBatch(schema, columns.Select(column => column.Values), columns[0].Values.Length));
            writer.Close();
        }

        return ParquetFile.Read(stream, "arrow");
    }
}
