using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using Numerai.Data.Tables;
using ParquetSharp;

namespace Numerai.Data.Parquet;

/// <summary>
/// Numbers that a file does not keep as the processor does: DECIMAL of any width, read as the nearest double, and FLOAT16. Values that are
/// bytes point into a page, so each batch is converted before the next one is read.
/// </summary>
internal static class NumberDecoder
{
    /// <summary>Bytes of the widest decimal that is read: 76 digits.</summary>
    public const int WidestDecimal = 32;

    public const int HalfBytes = 2;

    private const int BatchRows = 4096;
    private const long LargestExact = 1L << 53;
    private const int ExactPower = 22;

    private delegate T Converter<in TPhysical, out T>(TPhysical value);

    public static TableColumn<float> Halves(ColumnReader<FixedLenByteArray> column, string name, int rows) =>
        Read(column, name, rows, float.NaN, value => (float)BinaryPrimitives.ReadHalfLittleEndian(Bytes(value.Pointer, HalfBytes)));

    public static TableColumn<double> Decimals(ColumnReader column, string name, int rows)
    {
        var descriptor = column.ColumnDescriptor;
        using var logical = descriptor.LogicalType;
        var scale = ((DecimalLogicalType)logical).Scale;
        var width = descriptor.PhysicalType == PhysicalType.FixedLenByteArray ? descriptor.TypeLength : 0;
        return column switch
        {
            ColumnReader<int> c => Read(c, name, rows, double.NaN, value => Scaled(value, scale)),
            ColumnReader<long> c => Read(c, name, rows, double.NaN, value => Scaled(value, scale)),
            ColumnReader<FixedLenByteArray> c => Read(c, name, rows, double.NaN, value => Scaled(Bytes(value.Pointer, width), scale)),
            ColumnReader<ByteArray> c => Read(c, name, rows, double.NaN, value => value.Length <= WidestDecimal
                ? Scaled(Bytes(value.Pointer, value.Length), scale)
                : throw new NotSupportedException($"column '{name}' has a decimal of {value.Length} bytes")),
            _ => throw new NotSupportedException($"column '{name}' is a decimal kept as {descriptor.PhysicalType}"),
        };
    }

    private static double Scaled(long value, int scale) => value is > -LargestExact and < LargestExact && scale is >= 0 and <= ExactPower
        ? value / Math.Pow(10, scale)
        : Parse(value, scale);

    private static double Scaled(ReadOnlySpan<byte> bytes, int scale)
    {
        var value = new BigInteger(bytes, isBigEndian: true);
        return value > -LargestExact && value < LargestExact ? Scaled((long)value, scale) : Parse(value, scale);
    }

    /// <summary>Through text, which is rounded once.</summary>
    private static double Parse(BigInteger value, int scale) =>
        double.Parse($"{value}E{-scale}", NumberStyles.Float, CultureInfo.InvariantCulture);

    private static unsafe ReadOnlySpan<byte> Bytes(nint pointer, int length) => new((void*)pointer, length);

    private static TableColumn<T> Read<TPhysical, T>(
        ColumnReader<TPhysical> column, string name, int rows, T absent, Converter<TPhysical, T> convert)
        where TPhysical : unmanaged
    {
        var optional = column.ColumnDescriptor.MaxDefinitionLevel > 0;
        var values = new T[rows];
        var batch = new TPhysical[Math.Min(rows, BatchRows)];
        var levels = optional ? new short[batch.Length] : [];
        bool[]? missing = null;
        var row = 0;
        while (row < rows && column.HasNext)
        {
            var read = column.ReadBatch(Math.Min(batch.Length, rows - row), levels, [], batch, out var present);
            var count = (int)(optional ? read : present);
            if (count == 0)
            {
                break;
            }

            for (int i = 0, next = 0; i < count; i++, row++)
            {
                var there = !optional || levels[i] != 0;
                values[row] = there ? convert(batch[next++]) : absent;
                if (!there)
                {
                    (missing ??= new bool[rows])[row] = true;
                }
            }
        }

        return row == rows
            ? new TableColumn<T>(name, values, missing)
            : throw new EndOfStreamException($"column '{name}' holds {row} values where its row group has {rows} rows");
    }
}
