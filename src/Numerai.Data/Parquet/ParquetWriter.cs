using Numerai.Data.Tables;
using ParquetSharp;
using ParquetSharp.IO;
using ParquetSharp.Schema;

namespace Numerai.Data.Parquet;

/// <summary>
/// Writes a flat Parquet file, one row group a call, with page checksums and statistics. The same tables and options give the same bytes.
/// Call <see cref="Complete"/> at the end: a file without its footer is refused by every reader, so a failure half-way cannot look like
/// success.
/// </summary>
public sealed class ParquetWriter : IDisposable
{
    private readonly ParquetFileWriter _file;
    private readonly IReadOnlyList<ColumnSchema> _schema;
    private readonly bool[] _nullable;

    private ParquetWriter(Func<GroupNode, WriterProperties, IReadOnlyDictionary<string, string>, ParquetFileWriter> open,
        IReadOnlyList<ColumnSchema> schema, IReadOnlyCollection<string>? nullable, ParquetWriteOptions options)
    {
        _schema = schema;
        _nullable = schema.Select(c => nullable is not null && nullable.Contains(c.Name)).ToArray();
        var metadata = new Dictionary<string, string>(options.Metadata, StringComparer.Ordinal);
        if (options.IndexColumn is { } index)
        {
            metadata[PandasMetadata.Key] = PandasMetadata.Build(schema, index);
        }

        using var properties = ParquetProperties.Of(schema, options);
        using var root = new GroupNode("schema", Repetition.Required, schema.Select((c, i) => ColumnEncoder.Node(c, _nullable[i]))
            .ToList(), null);
        _file = open(root, properties, metadata);
    }

    /// <summary>Starts a file on disk, replacing what is there.</summary>
    /// <param name="path">File to write.</param>
    /// <param name="schema">Columns of every row group, in order.</param>
    /// <param name="nullable">Names of the columns that may hold missing values; floats keep a missing value as NaN and need no place
    /// here.</param>
    /// <param name="options">Codec, index and metadata.</param>
    public static ParquetWriter Create(string path, IReadOnlyList<ColumnSchema> schema, IReadOnlyCollection<string>? nullable = null,
        ParquetWriteOptions? options = null) =>
        new((root, properties, metadata) => new ParquetFileWriter(path, root, properties, metadata),
            schema, nullable, options ?? ParquetWriteOptions.Default);

    /// <summary>Starts a file on a stream, which stays open.</summary>
    public static ParquetWriter Create(Stream stream, IReadOnlyList<ColumnSchema> schema, IReadOnlyCollection<string>? nullable = null,
        ParquetWriteOptions? options = null) =>
        new((root, properties, metadata) =>
            new ParquetFileWriter(new ManagedOutputStream(stream, leaveOpen: true), root, properties, metadata),
            schema, nullable, options ?? ParquetWriteOptions.Default);

    /// <summary>Appends a row group.</summary>
    /// <exception cref="DataFormatException">A column is missing, of another type, or has missing values though it was not declared
    /// nullable.</exception>
    public void Write(Table rows)
    {
        var columns = _schema.Select((wanted, i) => Checked(rows[wanted.Name], wanted, _nullable[i])).ToList();
        using var group = _file.AppendRowGroup();
        for (var i = 0; i < columns.Count; i++)
        {
            using var writer = group.NextColumn();
            ColumnEncoder.Write(writer, columns[i], _nullable[i]);
        }
    }

    /// <summary>Writes the footer. Nothing can be added afterwards.</summary>
    public void Complete() => _file.Close();

    public void Dispose() => _file.Dispose();

    private static TableColumn Checked(TableColumn column, ColumnSchema wanted, bool nullable)
    {
        if (column.Type != wanted.Type)
        {
            throw new DataFormatException(DataErrorCodes.ColumnWrongType,
                $"Column '{wanted.Name}' holds {column.Type}, but the file was begun with {wanted.Type}.");
        }

        var mayLack = nullable || column.Type is ColumnType.Float32 or ColumnType.Float64;
        return mayLack || column.Missing is null || !column.Missing.AsSpan().Contains(true)
            ? column
            : throw new DataFormatException(DataErrorCodes.ColumnWrongType,
                $"Column '{wanted.Name}' has missing values, but the file was begun without them.");
    }
}
