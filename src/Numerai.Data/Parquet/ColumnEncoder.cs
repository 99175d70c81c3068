using Numerai.Data.Tables;
using ParquetSharp;
using ParquetSharp.Schema;

namespace Numerai.Data.Parquet;

/// <summary>Encodes one table column into a column chunk, required or optional.</summary>
internal static class ColumnEncoder
{
    public static Node Node(ColumnSchema column, bool nullable)
    {
        var (logical, physical) = column.Type switch
        {
            ColumnType.Text => (LogicalType.String(), PhysicalType.ByteArray),
            ColumnType.Int8 => (LogicalType.Int(8, true), PhysicalType.Int32),
            ColumnType.Int32 => (LogicalType.Int(32, true), PhysicalType.Int32),
            ColumnType.Int64 => (LogicalType.Int(64, true), PhysicalType.Int64),
            ColumnType.Float32 => (LogicalType.None(), PhysicalType.Float),
            ColumnType.Float64 => (LogicalType.None(), PhysicalType.Double),
            ColumnType.Boolean => (LogicalType.None(), PhysicalType.Boolean),
            ColumnType.Date => (LogicalType.Date(), PhysicalType.Int32),
            ColumnType.Timestamp => (LogicalType.Timestamp(true, TimeUnit.Micros), PhysicalType.Int64),
            _ => throw new ArgumentOutOfRangeException(nameof(column), column.Type, null),
        };
        using (logical)
        {
            // Text through the library's own converter is optional in its eyes, whatever we know about it.
            var optional = nullable || column.Type == ColumnType.Text;
            return new PrimitiveNode(column.Name, optional ? Repetition.Optional : Repetition.Required, logical, physical);
        }
    }

    public static void Write(ColumnWriter writer, TableColumn column, bool nullable)
    {
        var missing = nullable ? column.Missing ?? new bool[column.Length] : null;
        switch (column)
        {
            case TableColumn<string> c:
                using (var text = writer.LogicalWriter<string>())
                {
                    text.WriteBatch(c.Values);
                }

                break;
            case TableColumn<sbyte> c: Write((ColumnWriter<int>)writer, c.Values, missing, Widen); break;
            case TableColumn<int> c: Write((ColumnWriter<int>)writer, c.Values, missing, Copy); break;
            case TableColumn<long> c: Write((ColumnWriter<long>)writer, c.Values, missing, Copy); break;
            case TableColumn<float> c: Write((ColumnWriter<float>)writer, c.Values, missing, Copy); break;
            case TableColumn<double> c: Write((ColumnWriter<double>)writer, c.Values, missing, Copy); break;
            case TableColumn<bool> c: Write((ColumnWriter<bool>)writer, c.Values, missing, Copy); break;
            case TableColumn<DateOnly> c: Write((ColumnWriter<int>)writer, c.Values, missing, ParquetTime.FromDates); break;
            case TableColumn<DateTime> c: Write((ColumnWriter<long>)writer, c.Values, missing, ParquetTime.FromTimes); break;
            default: throw new ArgumentException($"Column '{column.Name}' has no Parquet form.", nameof(column));
        }
    }

    private static void Write<T, TPhysical>(ColumnWriter<TPhysical> writer, T[] values, bool[]? missing,
        SpanConverter<T, TPhysical> convert)
        where TPhysical : unmanaged
    {
        if (missing is null)
        {
            var all = new TPhysical[values.Length];
            convert(values, all);
            writer.WriteBatch(all);
            return;
        }

        var present = values.Where((_, row) => !missing[row]).ToArray();
        var packed = new TPhysical[present.Length];
        convert(present, packed);
        writer.WriteBatch(values.Length, Array.ConvertAll(missing, absent => (short)(absent ? 0 : 1)), [], packed);
    }

    private static void Copy<T>(ReadOnlySpan<T> from, Span<T> to) => from.CopyTo(to);

    private static void Widen(ReadOnlySpan<sbyte> from, Span<int> to)
    {
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = from[i];
        }
    }
}
