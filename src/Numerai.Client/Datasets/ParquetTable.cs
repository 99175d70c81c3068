using Parquet;
using Parquet.Schema;

namespace Numerai.Client.Datasets;

/// <summary>
/// Columns in memory that become one Parquet file: predictions, results, whatever others are to read. The same columns give the same
/// bytes. A null text is a missing value, as is a NaN for those who read it; other values cannot be missing.
/// </summary>
public sealed class ParquetTable
{
    private static readonly Type[] _types =
        [typeof(sbyte), typeof(int), typeof(long), typeof(float), typeof(double), typeof(bool), typeof(DateOnly)];

    private readonly List<Column> _columns = [];

    /// <summary>Key-value pairs of the file.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>Rows of a row group, the least that a reader decodes at once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is less than one.</exception>
    public int RowGroupRows
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 250_000;

    /// <summary>Rows of every column; 0 before the first one.</summary>
    public int RowCount => _columns.Count == 0 ? 0 : _columns[0].Length;

    /// <summary>Adds a column of text.</summary>
    /// <exception cref="ArgumentException">It is as long as no other column, or its name is taken.</exception>
    public ParquetTable Add(string name, string?[] values)
    {
        var field = new DataField(name, typeof(string), isNullable: true);
        return Add(
            field, values.Length, (group, start, count, _) => group.WriteAsync(field, new ArraySegment<string?>(values, start, count)));
    }

    /// <summary>
    /// Adds a column of numbers (<see cref="sbyte"/>, <see cref="int"/>, <see cref="long"/>, <see cref="float"/>,
    /// <see cref="double"/>), <see cref="bool"/> or <see cref="DateOnly"/>.
    /// </summary>
    /// <exception cref="ArgumentException">It is as long as no other column, its name is taken, or it is of another type.</exception>
    public ParquetTable Add<T>(string name, T[] values)
        where T : struct
    {
        // The runtime takes an array of bytes for one of signed bytes, so it is the type of the values that is asked.
        if (!_types.Contains(typeof(T)))
        {
            throw new ArgumentException(
                $"A column of {typeof(T).Name} cannot be written; use numbers, text, booleans or days.", nameof(values));
        }

        var field = new DataField(name, typeof(T), isNullable: false);
        return Add(field, values.Length, (group, start, count, cancellation) =>
            group.WriteAsync<T>(field, values.AsMemory(start, count), cancellationToken: cancellation));
    }

    /// <summary>Adds a column of text with one value of each row.</summary>
    public ParquetTable Add<TRow>(string name, IEnumerable<TRow> rows, Func<TRow, string?> value) => Add(name, [.. rows.Select(value)]);

    /// <summary>Adds a column with one value of each row.</summary>
    public ParquetTable Add<TRow, T>(string name, IEnumerable<TRow> rows, Func<TRow, T> value)
        where T : struct => Add<T>(name, [.. rows.Select(value)]);

    /// <summary>Writes a file; it appears under its name once it is whole, and replaces what was there.</summary>
    public async Task WriteAsync(string path, CancellationToken cancellation = default)
    {
        var partial = path + ".part";
        try
        {
            var file = File.Create(partial);
            await using (file.ConfigureAwait(false))
            {
                await WriteAsync(file, cancellation).ConfigureAwait(false);
            }

            File.Move(partial, path, overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    /// <summary>Writes the file to a stream, which stays open.</summary>
    public async Task WriteAsync(Stream stream, CancellationToken cancellation = default)
    {
        var schema = new ParquetSchema(_columns.Select(column => column.Field));
        var options = new ParquetOptions { CompressionMethod = CompressionMethod.Zstd };
        var writer = await ParquetWriter.CreateAsync(schema, stream, options, cancellationToken: cancellation).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            writer.CustomMetadata = Metadata;
            var start = 0;
            do
            {
                cancellation.ThrowIfCancellationRequested();
                var count = Math.Min(RowGroupRows, RowCount - start);
                using var group = writer.CreateRowGroup();
                foreach (var column in _columns)
                {
                    await column.Write(group, start, count, cancellation).ConfigureAwait(false);
                }

                group.CompleteValidate();
                start += count;
            }
            while (start < RowCount);
        }
    }

    private ParquetTable Add(DataField field, int length, WriteRows write)
    {
        if (_columns.Count > 0 && length != RowCount)
        {
            throw new ArgumentException($"Column '{field.Name}' has {length} rows where the table has {RowCount}.", nameof(length));
        }

        if (_columns.Exists(column => column.Field.Name == field.Name))
        {
            throw new ArgumentException($"There is a column '{field.Name}' already.", nameof(field));
        }

        _columns.Add(new Column(field, length, write));
        return this;
    }

    private delegate Task WriteRows(ParquetRowGroupWriter group, int start, int count, CancellationToken cancellation);

    private sealed record Column(DataField Field, int Length, WriteRows Write);
}
