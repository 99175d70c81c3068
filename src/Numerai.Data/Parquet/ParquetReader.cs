using Numerai.Data.Tables;
using ParquetSharp;
using ParquetSharp.IO;

namespace Numerai.Data.Parquet;

/// <summary>
/// Reads a flat Parquet file by row group and by column. Every failure of a file, however it was damaged, is a
/// <see cref="DataFormatException"/>; what the file claims is checked against <see cref="ParquetLimits"/> before memory is taken for it.
/// Not safe for concurrent use.
/// </summary>
public sealed class ParquetReader : IDisposable
{
    private readonly ParquetFileReader _file;
    private readonly FileMetaData _footer;
    private readonly ParquetLimits _limits;
    private readonly string _name;
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);
    private readonly ColumnSchema?[] _columns;

    private readonly IDisposable? _source;

    private ParquetReader(string name, Func<ReaderProperties, ParquetFileReader> open, ParquetLimits limits, IDisposable? source = null)
    {
        _name = name;
        _source = source;
        _limits = limits;
        using var properties = ReaderProperties.GetDefaultReaderProperties();
        properties.EnablePageChecksumVerification();
        _file = open(properties);
        _footer = _file.FileMetaData;
        RowCount = _footer.NumRows;
        RowGroupCount = _footer.NumRowGroups;
        Metadata = _footer.KeyValueMetadata;
        CheckClaims();
        _columns = ReadSchema();
        Columns = _columns.OfType<ColumnSchema>().ToArray();
        Fields = ReadFields();
    }

    /// <summary>Columns this reader can give, in file order. Columns of other types are left out and refused when asked for.</summary>
    public IReadOnlyList<ColumnSchema> Columns { get; }

    /// <summary>All fields of the file in its order, those too whose type is not read.</summary>
    public IReadOnlyList<ParquetField> Fields { get; }

    public long RowCount { get; }

    public int RowGroupCount { get; }

    /// <summary>Key-value pairs of the file.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>The column pandas takes as index, or <see langword="null"/>.</summary>
    public string? IndexColumn => IndexColumns is [var only] ? only : null;

    /// <summary>The columns pandas takes as index, one a level; empty without any.</summary>
    public IReadOnlyList<string> IndexColumns => PandasMetadata.IndexesOf(Metadata);

    /// <summary>Opens a file on disk; <paramref name="limits"/> default to <see cref="ParquetLimits.Trusted"/>.</summary>
    /// <exception cref="DataFormatException"><c>file_unreadable</c>, <c>parquet_corrupt</c> or <c>file_too_large</c>.</exception>
    public static ParquetReader Open(string path, ParquetLimits? limits = null)
    {
        if (!File.Exists(path))
        {
            throw new DataFormatException(DataErrorCodes.FileUnreadable, $"There is no file '{path}'.");
        }

        var name = Path.GetFileName(path);
        limits ??= ParquetLimits.Trusted;
        return ParquetFault.Guard(name, () => new ParquetReader(name, p => new ParquetFileReader(path, p), limits));
    }

    /// <summary>Opens a seekable stream, which stays open when the reader is disposed.</summary>
    /// <exception cref="DataFormatException"><c>parquet_corrupt</c> or <c>file_too_large</c>.</exception>
    public static ParquetReader Open(Stream stream, string name, ParquetLimits? limits = null) =>
        ParquetFault.Guard(name, () =>
        {
            var source = new ManagedRandomAccessFile(stream, leaveOpen: true);
            return new ParquetReader(name, p => new ParquetFileReader(source, p), limits ?? ParquetLimits.Trusted);
        });

    /// <summary>Opens a file that is in memory, without copying it; the memory is pinned until the reader is disposed.</summary>
    /// <exception cref="DataFormatException"><c>parquet_corrupt</c> or <c>file_too_large</c>.</exception>
    public static ParquetReader Open(ReadOnlyMemory<byte> content, string name, ParquetLimits? limits = null)
    {
        var source = new PinnedSource(content);
        try
        {
            return ParquetFault.Guard(
                name, () => new ParquetReader(name, p => new ParquetFileReader(source.File, p), limits ?? ParquetLimits.Trusted, source));
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    /// <summary>All rows of the named columns, or of all columns.</summary>
    /// <exception cref="DataFormatException">The file is damaged, too large, lacks a column or holds a type that is not supported in
    /// it.</exception>
    public Table ReadAll(IReadOnlyList<string>? columns = null)
    {
        CheckCells(RowCount, columns);
        var parts = Enumerable.Range(0, RowGroupCount).Select(group => ReadRowGroup(group, columns)).ToList();
        return parts.Count == 0
            ? new Table(ColumnsOf(columns).Select(c => ColumnDecoder.Empty(c.Schema)).ToList(), Metadata)
            : Table.Concat(parts);
    }

    /// <summary>Row groups one after the other, so that a file larger than memory can be read.</summary>
    public IEnumerable<Table> ReadRowGroups(IReadOnlyList<string>? columns = null)
    {
        for (var group = 0; group < RowGroupCount; group++)
        {
            yield return ReadRowGroup(group, columns);
        }
    }

    /// <summary>One row group, 0-based.</summary>
    public Table ReadRowGroup(int group, IReadOnlyList<string>? columns = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)group, (uint)RowGroupCount, nameof(group));
        var wanted = ColumnsOf(columns);
        return ParquetFault.Guard(_name, () =>
        {
            using var rowGroup = _file.RowGroup(group);
            var rows = rowGroup.MetaData.NumRows;
            CheckCells(rows, columns);
            var decoded = new TableColumn[wanted.Count];
            for (var i = 0; i < decoded.Length; i++)
            {
                using var column = rowGroup.Column(wanted[i].Position);
                decoded[i] = ColumnDecoder.Read(column, wanted[i].Schema, checked((int)rows), _limits);
            }

            return new Table(decoded, Metadata);
        });
    }

    /// <summary>A whole text column as bytes, for readers that look values up instead of keeping them.</summary>
    /// <exception cref="DataFormatException">The column is missing, is no text (<c>column_wrong_type</c>), or the file is damaged or too
    /// large.</exception>
    public Utf8Column ReadUtf8(string column) => ReadUtf8(column, 0, RowGroupCount);

    /// <summary>The same for one row group, 0-based.</summary>
    public Utf8Column ReadUtf8(string column, int group) => ReadUtf8(column, group, 1);

    private Utf8Column ReadUtf8(string column, int first, int count)
    {
        var (position, schema) = ColumnsOf([column])[0];
        if (schema.Type != ColumnType.Text)
        {
            throw new DataFormatException(DataErrorCodes.ColumnWrongType, $"Column '{column}' holds {schema.Type}, but text is needed.");
        }

        CheckCells(RowCount, [column]);
        var decoder = new Utf8Decoder(column, _limits);
        return ParquetFault.Guard(_name, () =>
        {
            for (var group = first; group < first + count; group++)
            {
                using var rowGroup = _file.RowGroup(group);
                using var chunk = rowGroup.Column(position);
                decoder.Append((ColumnReader<ByteArray>)chunk, checked((int)rowGroup.MetaData.NumRows));
            }

            return decoder.ToColumn();
        });
    }

    /// <summary>Smallest and largest value of a numeric column in a row group from the footer, or <see langword="null"/> when the file has
    /// no statistics there.</summary>
    public (double Minimum, double Maximum)? Range(int group, string column)
    {
        var position = ColumnsOf([column])[0].Position;
        return ParquetFault.Guard(_name, () =>
        {
            using var rowGroup = _file.RowGroup(group);
            using var chunk = rowGroup.MetaData.GetColumnChunkMetaData(position);
            using var statistics = chunk.Statistics;
            return statistics is
            {
                HasMinMax: true, MinUntyped: IConvertible minimum and not string,
                MaxUntyped: IConvertible maximum and not string
            }
                ? (minimum.ToDouble(null), maximum.ToDouble(null))
                : ((double, double)?)null;
        });
    }

    public void Dispose()
    {
        _footer.Dispose();
        _file.Dispose();
        _source?.Dispose();
    }

    private ColumnSchema?[] ReadSchema()
    {
        var columns = new ColumnSchema?[_footer.NumColumns];
        for (var i = 0; i < columns.Length; i++)
        {
            var descriptor = _footer.Schema.Column(i);
            var name = descriptor.Path.ToDotString();
            columns[i] = ColumnDecoder.TypeOf(descriptor) is { } type ? new ColumnSchema(name, type) : null;
            if (!_positions.TryAdd(name, i))
            {
                throw new DataFormatException(DataErrorCodes.ColumnDuplicate, $"File '{_name}' has two columns named '{name}'.");
            }
        }

        return columns;
    }

    private ParquetField[] ReadFields()
    {
        var fields = new List<ParquetField>();
        for (var i = 0; i < _columns.Length; i++)
        {
            var descriptor = _footer.Schema.Column(i);
            var name = _columns[i]?.Name ?? descriptor.Path.ToDotVector()[0];
            if (_columns[i] is not null || fields.Count == 0 || fields[^1].Name != name)
            {
                fields.Add(new ParquetField(name, _columns[i]?.Type, FieldKinds.Of(descriptor)));
            }
        }

        return [.. fields];
    }

    private List<(int Position, ColumnSchema Schema)> ColumnsOf(IReadOnlyList<string>? names) =>
        (names ?? Columns.Select(c => c.Name)).Select(name => _positions.TryGetValue(name, out var position)
            ? (position, _columns[position] ?? throw Unsupported(name, FieldKinds.Of(_footer.Schema.Column(position))))
            : throw (Fields.FirstOrDefault(field => field.Name == name) is { } field
                ? Unsupported(name, field.Kind)
                : new DataFormatException(DataErrorCodes.ColumnMissing, $"File '{_name}' has no column '{name}'; it has {Describe()}.")))
                .ToList();

    private DataFormatException Unsupported(string column, string kind) => new(DataErrorCodes.ParquetUnsupportedType,
        $"Column '{column}' of file '{_name}' is of type {kind}, which is not read; use a flat number, text, boolean, date or "
            + "timestamp column.");

    private string Describe() => string.Join(", ", Fields.Take(8).Select(field => $"'{field.Name}'"))
        + (Fields.Count > 8 ? $" and {Fields.Count - 8} more" : "");

    private void CheckClaims()
    {
        Check(RowCount, _limits.Rows, "rows");
        Check(_footer.NumColumns, _limits.Columns, "columns");
        Check(RowGroupCount, _limits.RowGroups, "row groups");
        long rows = 0;
        long bytes = 0;
        for (var group = 0; group < RowGroupCount; group++)
        {
            using var rowGroup = _file.RowGroup(group);
            Check(rowGroup.MetaData.NumRows, _limits.Rows, "rows");
            Check(rowGroup.MetaData.TotalByteSize, _limits.UncompressedBytes, "uncompressed bytes");
            rows += rowGroup.MetaData.NumRows;
            bytes += rowGroup.MetaData.TotalByteSize;
            Check(bytes, _limits.UncompressedBytes, "uncompressed bytes");
        }

        if (rows != RowCount)
        {
            throw new DataFormatException(DataErrorCodes.ParquetCorrupt,
                $"File '{_name}' claims {RowCount} rows, but its row groups add up to {rows}.");
        }
    }

    private void CheckCells(long rows, IReadOnlyList<string>? columns) =>
        Check(rows * Math.Max(1, columns?.Count ?? Columns.Count), _limits.Cells, "cells to read at once");

    private void Check(long found, long most, string what)
    {
        if (found < 0)
        {
            throw new DataFormatException(DataErrorCodes.ParquetCorrupt, $"File '{_name}' claims a negative number of {what} ({found}).");
        }

        if (found > most)
        {
            throw new DataFormatException(DataErrorCodes.FileTooLarge,
                $"File '{_name}' has {found:N0} {what}; at most {most:N0} are accepted here.");
        }
    }
}
