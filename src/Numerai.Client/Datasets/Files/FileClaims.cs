using Parquet;
using Parquet.Meta;
using Parquet.Schema;

namespace Numerai.Client.Datasets.Files;

/// <summary>What the footer of a file says is in it, held against the limits of the reader.</summary>
internal sealed class FileClaims
{
    private const int TailBytes = 8;
    private const int NamesShown = 8;
    private readonly ParquetReader _reader;
    private readonly Dictionary<string, (DataField Field, DatasetColumnType Type)> _fields;

    private FileClaims(ParquetReader reader, Dictionary<string, (DataField Field, DatasetColumnType Type)> fields)
    {
        (_reader, _fields) = (reader, fields);
        Columns = [.. fields.Select(field => new DatasetColumn(field.Key, field.Value.Type, field.Value.Field.MaxDefinitionLevel > 0))];
        Rows = [.. reader.RowGroups.Select(group => (int)group.RowCount)];
        Metadata = reader.CustomMetadata;
    }

    public IReadOnlyList<DatasetColumn> Columns { get; }

    /// <summary>Rows of each row group.</summary>
    public IReadOnlyList<int> Rows { get; }

    public IReadOnlyDictionary<string, string> Metadata { get; }

    public static async Task<FileClaims> ReadAsync(
        GuardedStream stream, string name, DatasetReaderOptions options, CancellationToken cancellation)
    {
        CheckFooter(stream, name, options);
        var form = new ParquetOptions { UseDateOnlyTypeForDates = true, TreatByteArrayAsString = true };
        var reader = await ParquetReader.CreateAsync(stream, form, leaveStreamOpen: true, cancellation).ConfigureAwait(false);
        Most(name, reader.RowGroupCount, options.MaximumRowGroups, "row groups");
        foreach (var group in reader.RowGroups)
        {
            Most(name, group.RowCount, options.MaximumRowGroupRows, "rows in a row group");
        }

        var fields = new Dictionary<string, (DataField, DatasetColumnType)>(StringComparer.Ordinal);
        var columns = reader.Schema.GetDataFields();
        Most(name, columns.Length, options.MaximumColumns, "columns");
        foreach (var column in columns)
        {
            if (!fields.TryAdd(column.Path.ToString(), (column, ColumnDecoding.TypeOf(column))))
            {
                throw DatasetFault.Damaged(name, $": it has two columns named '{column.Path}'");
            }
        }

        return new FileClaims(reader, fields);
    }

    /// <summary>A column of one of the given types.</summary>
    /// <exception cref="DatasetException">column_missing, column_wrong_type.</exception>
    public DataField Require(string name, string column, params ReadOnlySpan<DatasetColumnType> types)
    {
        if (!_fields.TryGetValue(column, out var found))
        {
            var known = string.Join(", ", _fields.Keys.Take(NamesShown).Select(known => $"'{known}'"));
            var more = _fields.Count > NamesShown ? $" and {_fields.Count - NamesShown} more" : string.Empty;
            throw new DatasetException(DatasetException.ColumnMissing, $"File '{name}' has no column '{column}'; it has {known}{more}.");
        }

        return types.Contains(found.Type) ? found.Field : throw new DatasetException(
            DatasetException.ColumnWrongType,
            $"Column '{column}' of file '{name}' holds {found.Type}, but {string.Join(" or ", types.ToArray())} is needed.");
    }

    /// <summary>A column of a row group, whose length must be the row group's before anything is decoded.</summary>
    public ColumnDecoding Chunk(string name, int group, DataField field)
    {
        var found = _reader.OpenRowGroupReader(group);
        var chunk = found.GetMetadata(field)?.MetaData;
        if (chunk is null || chunk.NumValues != Rows[group])
        {
            throw DatasetFault.Damaged(
                name, $": column '{field.Path}' holds {chunk?.NumValues ?? 0} values where its row group has {Rows[group]} rows");
        }

        return ReadWrongly(field, chunk.Encodings ?? []) is not { } encoding
            ? new ColumnDecoding(found, field, Rows[group])
            : throw new DatasetException(
                DatasetException.Unsupported,
                $"Column '{field.Path}' of file '{name}' is encoded as {encoding}, which is not read here; write it as PLAIN.");
    }

    /// <summary>
    /// Encodings that the library reads to other values than were written: runs of booleans come out false, shared beginnings beyond
    /// ASCII too long.
    /// </summary>
    private static Encoding? ReadWrongly(DataField field, List<Encoding> encodings) => ColumnDecoding.TypeOf(field) switch
    {
        DatasetColumnType.Boolean when !encodings.Contains(Encoding.PLAIN) => Encoding.RLE,
        DatasetColumnType.Text when encodings.Contains(Encoding.DELTA_BYTE_ARRAY) => Encoding.DELTA_BYTE_ARRAY,
        _ => null,
    };

    private static void CheckFooter(GuardedStream stream, string name, DatasetReaderOptions options)
    {
        if (stream.Length < 12)
        {
            throw new InvalidDataException("it is too short");
        }

        var tail = new byte[TailBytes];
        stream.Seek(-TailBytes, SeekOrigin.End);
        stream.ReadExactly(tail);
        var length = FooterCheck.LengthOf(tail, stream.Length);
        Most(name, length, options.MaximumFooterBytes, "bytes of footer");
        var footer = new byte[length];
        stream.Seek(-TailBytes - length, SeekOrigin.End);
        stream.ReadExactly(footer);
        FooterCheck.Walk(footer);
    }

    private static void Most(string name, long found, long most, string what)
    {
        if (found < 0 || found > most)
        {
            throw found < 0
                ? DatasetFault.Damaged(name, $": it claims {found} {what}")
                : new DatasetException(
                    DatasetException.TooLarge, $"File '{name}' has {found:N0} {what}; the reader's options allow {most:N0}.");
        }
    }
}
