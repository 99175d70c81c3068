using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using Parquet;
using Parquet.Schema;

namespace Numerai.Client.Datasets.Files;

/// <summary>
/// One column of one row group. Values of an optional column arrive packed, with a level for every row that says whether it has one;
/// they are spread over their rows here.
/// </summary>
internal sealed class ColumnDecoding(ParquetRowGroupReader group, DataField column, int rows)
{
    private static readonly DateOnly _epoch = new(1970, 1, 1);
    private readonly bool _optional = column.MaxDefinitionLevel > 0;

    public static DatasetColumnType TypeOf(DataField field)
    {
        if (field.MaxRepetitionLevel > 0 || field.MaxDefinitionLevel > 1)
        {
            return DatasetColumnType.Other;
        }

        return Type.GetTypeCode(field.ClrType) switch
        {
            TypeCode.SByte => DatasetColumnType.Bins,
            TypeCode.Byte or TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Int64 or TypeCode.UInt64 =>
                DatasetColumnType.Integer,
            TypeCode.Single or TypeCode.Double => DatasetColumnType.Float,
            TypeCode.Boolean => DatasetColumnType.Boolean,
            _ when field.ClrType == typeof(ReadOnlyMemory<char>) => DatasetColumnType.Text,
            _ when field.ClrType == typeof(DateOnly) => DatasetColumnType.Date,
            _ => DatasetColumnType.Other,
        };
    }

    /// <summary>The numbers of a column, with <paramref name="missing"/> where there is none.</summary>
    public Task NumbersAsync<T>(Memory<T> to, T missing, CancellationToken cancellation)
        where T : unmanaged, INumberBase<T> => Type.GetTypeCode(column.ClrType) switch
        {
            TypeCode.SByte => OrStoredAsync(
                ConvertAsync<sbyte, T>(to, missing, cancellation), stored => stored.ConvertAsync<int, T>(to, missing, cancellation)),
            TypeCode.Byte => OrStoredAsync(
                ConvertAsync<byte, T>(to, missing, cancellation), stored => stored.ConvertAsync<int, T>(to, missing, cancellation)),
            TypeCode.Int16 => ConvertAsync<short, T>(to, missing, cancellation),
            TypeCode.UInt16 => ConvertAsync<ushort, T>(to, missing, cancellation),
            TypeCode.Int32 => ConvertAsync<int, T>(to, missing, cancellation),
            TypeCode.UInt32 => ConvertAsync<uint, T>(to, missing, cancellation),
            TypeCode.Int64 => ConvertAsync<long, T>(to, missing, cancellation),
            TypeCode.UInt64 => ConvertAsync<ulong, T>(to, missing, cancellation),
            TypeCode.Single => ConvertAsync<float, T>(to, missing, cancellation),
            TypeCode.Double => ConvertAsync<double, T>(to, missing, cancellation),
            _ => SpreadAsync<bool, T>(to, missing, static flag => flag ? T.One : T.Zero, cancellation),
        };

    /// <summary>Text, or days as text; a run of equal values shares one string, and a missing one is null.</summary>
    public async Task<string?[]> TextAsync(long longest, CancellationToken cancellation)
    {
        var text = new string?[rows];
        if (column.ClrType == typeof(DateOnly))
        {
            await OrStoredAsync(
                SpreadAsync<DateOnly, string?>(text, null, Written, cancellation),
                stored => stored.SpreadAsync<int, string?>(text, null, static days => Written(_epoch.AddDays(days)), cancellation))
                .ConfigureAwait(false);
            return text;
        }

        var last = string.Empty;
        await SpreadAsync<ReadOnlyMemory<char>, string?>(
            text,
            null,
            value =>
            {
                longest -= value.Length;
                if (longest < 0)
                {
                    throw new DatasetException(
                        DatasetException.TooLarge,
                        $"Column '{column.Name}' holds more text in one row group than the reader's options allow.");
                }

                return last = value.Span.SequenceEqual(last) ? last : new string(value.Span);
            },
            cancellation).ConfigureAwait(false);
        return text;
    }

    private static string Written(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>
    /// The library's decoder of differences knows no numbers of 8 bits and no days; such a chunk is read as the whole numbers it
    /// stores.
    /// </summary>
    private async Task OrStoredAsync(Task declared, Func<ColumnDecoding, Task> stored)
    {
        try
        {
            await declared.ConfigureAwait(false);
        }
        catch (NotSupportedException) when (column.Path.ToString() == column.Name)
        {
            var whole = new DataField(column.Name, typeof(int), column.IsNullable);
            _ = new ParquetSchema(whole);
            await stored(new ColumnDecoding(group, whole, rows)).ConfigureAwait(false);
        }
    }

    private Task ConvertAsync<TStored, T>(Memory<T> to, T missing, CancellationToken cancellation)
        where TStored : unmanaged, INumberBase<TStored>
        where T : unmanaged, INumberBase<T> => rows > 0 && !_optional && (object)to is Memory<TStored> same
            ? group.ReadRawAsync(column, same, null, null, cancellation).AsTask()
            : SpreadAsync<TStored, T>(to, missing, T.CreateTruncating, cancellation);

    private async Task SpreadAsync<TStored, T>(Memory<T> to, T missing, Func<TStored, T> convert, CancellationToken cancellation)
        where TStored : struct
    {
        if (rows == 0)
        {
            return;
        }

        // Cleared, because a damaged chunk may fill less of them than it says.
        var stored = ArrayPool<TStored>.Shared.Rent(rows);
        var levels = _optional ? ArrayPool<int>.Shared.Rent(rows) : [];
        Array.Clear(stored);
        Array.Clear(levels);
        try
        {
            Memory<int>? defined = _optional ? levels.AsMemory(0, rows) : default(Memory<int>?);
            await group.ReadRawAsync(column, stored.AsMemory(0, rows), defined, null, cancellation).ConfigureAwait(false);
            var values = to.Span;
            for (int row = 0, next = 0; row < rows; row++)
            {
                values[row] = _optional && levels[row] == 0 ? missing : convert(stored[next++]);
            }
        }
        finally
        {
            ArrayPool<TStored>.Shared.Return(stored, clearArray: RuntimeHelpers.IsReferenceOrContainsReferences<TStored>());
            if (_optional)
            {
                ArrayPool<int>.Shared.Return(levels);
            }
        }
    }
}
