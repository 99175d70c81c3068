using Numerai.Data.Tables;
using ParquetSharp;

namespace Numerai.Data.Parquet;

/// <summary>
/// Decodes one column chunk through the library's physical readers. Values of an optional column arrive packed and are spread over their
/// rows here, which is far cheaper than the library's readers of nullable types: pandas and DuckDB write every column as optional.
/// </summary>
internal static class ColumnDecoder
{
    /// <summary>The table type of a column, or <see langword="null"/> when it is nested or of an unsupported type.</summary>
    public static ColumnType? TypeOf(ColumnDescriptor column)
    {
        if (column.MaxRepetitionLevel > 0 || column.MaxDefinitionLevel > 1)
        {
            return null;
        }

        using var logical = column.LogicalType;
        return (column.PhysicalType, logical) switch
        {
            (PhysicalType.Int32, { Type: LogicalTypeEnum.Nil }) => ColumnType.Text,
            (PhysicalType.Int32 or PhysicalType.Int64 or PhysicalType.ByteArray, DecimalLogicalType) => ColumnType.Float64,
            (PhysicalType.FixedLenByteArray, DecimalLogicalType) when column.TypeLength is > 0 and <= NumberDecoder.WidestDecimal =>
                ColumnType.Float64,
            (PhysicalType.FixedLenByteArray, { Type: LogicalTypeEnum.Float16 }) when column.TypeLength == NumberDecoder.HalfBytes =>
                ColumnType.Float32,
            (PhysicalType.Boolean, _) => ColumnType.Boolean,
            (PhysicalType.Float, _) => ColumnType.Float32,
            (PhysicalType.Double, _) => ColumnType.Float64,
            (PhysicalType.Int32, IntLogicalType { BitWidth: 8, IsSigned: true }) => ColumnType.Int8,
            (PhysicalType.Int32, IntLogicalType { BitWidth: 32, IsSigned: false }) => ColumnType.Int64,
            (PhysicalType.Int64, IntLogicalType { IsSigned: false }) => null,
            (PhysicalType.Int32, { Type: LogicalTypeEnum.Date }) => ColumnType.Date,
            (PhysicalType.Int64, TimestampLogicalType { TimeUnit: not TimeUnit.Unknown }) => ColumnType.Timestamp,
            (PhysicalType.Int32, { Type: LogicalTypeEnum.None or LogicalTypeEnum.Int }) => ColumnType.Int32,
            (PhysicalType.Int64, { Type: LogicalTypeEnum.None or LogicalTypeEnum.Int }) => ColumnType.Int64,
            (PhysicalType.ByteArray,
                { Type: LogicalTypeEnum.None or LogicalTypeEnum.String or LogicalTypeEnum.Enum or LogicalTypeEnum.Json }) =>
                ColumnType.Text,
            _ => null,
        };
    }

    public static TableColumn Empty(ColumnSchema schema) => schema.Type switch
    {
        ColumnType.Text => new TableColumn<string>(schema.Name, []),
        ColumnType.Int8 => new TableColumn<sbyte>(schema.Name, []),
        ColumnType.Int32 => new TableColumn<int>(schema.Name, []),
        ColumnType.Int64 => new TableColumn<long>(schema.Name, []),
        ColumnType.Float32 => new TableColumn<float>(schema.Name, []),
        ColumnType.Float64 => new TableColumn<double>(schema.Name, []),
        ColumnType.Boolean => new TableColumn<bool>(schema.Name, []),
        ColumnType.Date => new TableColumn<DateOnly>(schema.Name, []),
        ColumnType.Timestamp => new TableColumn<DateTime>(schema.Name, []),
        _ => throw new ArgumentOutOfRangeException(nameof(schema), schema.Type, null),
    };

    public static TableColumn Read(ColumnReader column, ColumnSchema schema, int rows, ParquetLimits limits) => (column, schema.Type) switch
    {
        (ColumnReader<int>, ColumnType.Text) => Absent(schema.Name, rows),
        (ColumnReader<FixedLenByteArray> c, ColumnType.Float32) => NumberDecoder.Halves(c, schema.Name, rows),
        (ColumnReader<int> or ColumnReader<long> or ColumnReader<ByteArray> or ColumnReader<FixedLenByteArray>, ColumnType.Float64) =>
            NumberDecoder.Decimals(column, schema.Name, rows),
        (ColumnReader<ByteArray> c, ColumnType.Text) => TextDecoder.Read(c, schema.Name, rows, limits),
        (ColumnReader<bool> c, _) => Read<bool, bool>(c, schema.Name, rows, false, Copy),
        (ColumnReader<float> c, _) => Read<float, float>(c, schema.Name, rows, float.NaN, Copy),
        (ColumnReader<double> c, _) => Read<double, double>(c, schema.Name, rows, double.NaN, Copy),
        (ColumnReader<int> c, ColumnType.Int8) => Read(c, schema.Name, rows, (sbyte)0, Narrow),
        (ColumnReader<int> c, ColumnType.Int32) => Read<int, int>(c, schema.Name, rows, 0, Copy),
        (ColumnReader<int> c, ColumnType.Int64) => Read(c, schema.Name, rows, 0L, WidenUnsigned),
        (ColumnReader<int> c, ColumnType.Date) => Read<int, DateOnly>(c, schema.Name, rows, default, ParquetTime.ToDates),
        (ColumnReader<long> c, ColumnType.Int64) => Read<long, long>(c, schema.Name, rows, 0L, Copy),
        (ColumnReader<long> c, ColumnType.Timestamp) => Read<long, DateTime>(c, schema.Name, rows, default, ParquetTime.ToTimes(UnitOf(c))),
        _ => throw new NotSupportedException($"column '{schema.Name}' is {column.Type} and cannot be read as {schema.Type}"),
    };

    /// <summary>A column of the null type: pandas writes one for a column of which every cell is None.</summary>
    private static TableColumn<string> Absent(string name, int rows)
    {
        var missing = new bool[rows];
        Array.Fill(missing, true);
        return new TableColumn<string>(name, new string[rows], missing);
    }

    private static TableColumn<T> Read<TPhysical, T>(ColumnReader<TPhysical> column, string name, int rows, T absent,
        SpanConverter<TPhysical, T> convert)
        where TPhysical : unmanaged
    {
        var packed = new TPhysical[rows];
        var levels = column.ColumnDescriptor.MaxDefinitionLevel == 0 ? [] : new short[rows];
        var (read, present) = ReadPacked(column, packed, levels);
        if (read != rows)
        {
            throw new EndOfStreamException($"column '{name}' holds {read} values where its row group has {rows} rows");
        }

        var values = new T[rows];
        convert(packed.AsSpan(0, present), values.AsSpan(0, present));
        return new TableColumn<T>(name, values, present == rows ? null : Spread(values, levels, present, absent));
    }

    private static (int Rows, int Present) ReadPacked<TPhysical>(ColumnReader<TPhysical> column, TPhysical[] packed, short[] levels)
        where TPhysical : unmanaged
    {
        var rows = 0;
        var present = 0;
        while (rows < packed.Length && column.HasNext)
        {
            var wanted = packed.Length - rows;
            var values = packed.AsSpan(present);
            long got;
            var read = levels.Length == 0
                ? column.ReadBatch(wanted, values, out got)
                : column.ReadBatch(wanted, levels.AsSpan(rows), [], values, out got);
            if (read == 0 && got == 0)
            {
                break;
            }

            rows += (int)(levels.Length == 0 ? got : read);
            present += (int)got;
        }

        return (rows, present);
    }

    /// <summary>Moves packed values to their rows, from the last to the first so that nothing is overwritten before it moved.</summary>
    private static bool[] Spread<T>(T[] values, short[] levels, int present, T absent)
    {
        var missing = new bool[values.Length];
        for (var row = values.Length - 1; row >= 0; row--)
        {
            missing[row] = levels[row] == 0;
            values[row] = missing[row] ? absent : values[--present];
        }

        return present == 0 ? missing : throw new EndOfStreamException("a column's levels and values do not agree");
    }

    private static TimeUnit UnitOf(ColumnReader<long> column)
    {
        using var logical = column.ColumnDescriptor.LogicalType;
        return ((TimestampLogicalType)logical).TimeUnit;
    }

    private static void Copy<T>(ReadOnlySpan<T> from, Span<T> to) => from.CopyTo(to);

    private static void Narrow(ReadOnlySpan<int> from, Span<sbyte> to)
    {
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = (sbyte)from[i];
        }
    }

    private static void WidenUnsigned(ReadOnlySpan<int> from, Span<long> to)
    {
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = unchecked((uint)from[i]);
        }
    }
}
