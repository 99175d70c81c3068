using System.Numerics;
using Numerai.Client.Datasets.Files;

namespace Numerai.Client.Datasets;

/// <summary>
/// Reads a released data file (or any flat Parquet file) row group by row group and column by column, so that a file larger than memory
/// can be read. One read at a time. Every read throws <see cref="DatasetException"/> where the file is damaged or has not what was
/// asked for, whatever is in it; see
/// <see cref="DatasetReaderOptions"/> for the bounds. Page checksums are not verified: a download has been checked against its hash.
/// </summary>
public sealed class DatasetReader : IAsyncDisposable
{
    private readonly GuardedStream _stream;
    private readonly BoundedWork _work;
    private readonly DatasetReaderOptions _options;
    private readonly FileClaims _claims;

    private DatasetReader(string name, GuardedStream stream, BoundedWork work, DatasetReaderOptions options, FileClaims claims)
    {
        (Name, _stream, _work, _options, _claims) = (name, stream, work, options, claims);
    }

    /// <summary>The file's name, for sentences.</summary>
    public string Name { get; }

    /// <summary>All columns in the file's order.</summary>
    public IReadOnlyList<DatasetColumn> Columns => _claims.Columns;

    /// <summary>Names of the columns to predict from, in the file's order; <see cref="FeatureSets"/> has named parts of them.</summary>
    public IReadOnlyList<string> Features => [.. Columns.Where(column => column.IsFeature).Select(column => column.Name)];

    /// <summary>Names of the columns that are to be predicted; none in a live file.</summary>
    public IReadOnlyList<string> Targets => [.. Columns.Where(column => column.IsTarget).Select(column => column.Name)];

    public long RowCount => _claims.Rows.Sum(rows => (long)rows);

    public int RowGroupCount => _claims.Rows.Count;

    /// <summary>Key-value pairs of the file.</summary>
    public IReadOnlyDictionary<string, string> Metadata => _claims.Metadata;

    /// <summary>Opens a file on disk.</summary>
    /// <exception cref="DatasetException">file_unreadable, parquet_corrupt, file_too_large, read_timed_out.</exception>
    public static async Task<DatasetReader> OpenAsync(
        string path, DatasetReaderOptions? options = null, CancellationToken cancellation = default)
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw DatasetFault.Of(path, fault);
        }

        return await OpenAsync(file, Path.GetFileName(path), options, cancellation).ConfigureAwait(false);
    }

    /// <summary>Reads from a stream that can seek; the reader disposes of it, also when it cannot be opened.</summary>
    /// <param name="name">What sentences call it.</param>
    /// <exception cref="DatasetException">parquet_corrupt, file_too_large, read_timed_out.</exception>
    public static async Task<DatasetReader> OpenAsync(
        Stream stream, string name, DatasetReaderOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= DatasetReaderOptions.Default;
        var guarded = new GuardedStream(stream);
        try
        {
            var work = new BoundedWork(name, options, guarded);
            var claims = await work.RunAsync("the footer", token => FileClaims.ReadAsync(guarded, name, options, token), cancellation)
                .ConfigureAwait(false);
            return new DatasetReader(name, guarded, work, options, claims);
        }
        catch
        {
            await guarded.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Rows of a row group.</summary>
    /// <param name="group">0 to <see cref="RowGroupCount"/> - 1.</param>
    public int RowsOf(int group) => _claims.Rows[group];

    /// <summary>A column of numbers as floats, one a row; a missing value is NaN.</summary>
    /// <exception cref="DatasetException">column_missing, column_wrong_type, parquet_corrupt, read_timed_out.</exception>
    public Task<float[]> ReadFloatsAsync(int group, string column, CancellationToken cancellation = default) =>
        ReadAsync(group, column, new float[RowsOf(group)], float.NaN, cancellation);

    /// <summary>A column of numbers as doubles, one a row; a missing value is NaN.</summary>
    /// <exception cref="DatasetException">column_missing, column_wrong_type, parquet_corrupt, read_timed_out.</exception>
    public Task<double[]> ReadDoublesAsync(int group, string column, CancellationToken cancellation = default) =>
        ReadAsync(group, column, new double[RowsOf(group)], double.NaN, cancellation);

    /// <summary>
    /// A column of bins (whole numbers of 8 bits) as they are, one a row; a missing one is <see cref="DatasetEra.MissingBin"/>.
    /// </summary>
    /// <exception cref="DatasetException">column_missing, column_wrong_type, parquet_corrupt, read_timed_out.</exception>
    public Task<sbyte[]> ReadBinsAsync(int group, string column, CancellationToken cancellation = default)
    {
        _claims.Require(Name, column, DatasetColumnType.Bins);
        return ReadAsync(group, column, new sbyte[RowsOf(group)], DatasetEra.MissingBin, cancellation);
    }

    /// <summary>A column of text or days (yyyy-MM-dd), one a row; a missing value is null.</summary>
    /// <exception cref="DatasetException">column_missing, column_wrong_type, file_too_large, parquet_corrupt, read_timed_out.</exception>
    public Task<string?[]> ReadTextAsync(int group, string column, CancellationToken cancellation = default)
    {
        var field = _claims.Require(Name, column, DatasetColumnType.Text, DatasetColumnType.Date);
        var chunk = _claims.Chunk(Name, group, field);
        return _work.RunAsync($"column '{column}'", token => chunk.TextAsync(_options.MaximumTextLength, token), cancellation);
    }

    /// <summary>
    /// Era after era in the file's order. In memory at once are the selected columns of one row group (a byte a bin, four a target) and
    /// the era at hand.
    /// </summary>
    /// <param name="selection">Null for all features and targets.</param>
    /// <exception cref="DatasetException">As the reads of columns; era_scattered when rows of one era do not stand together.</exception>
    public IAsyncEnumerable<DatasetEra> ReadErasAsync(DatasetSelection? selection = null, CancellationToken cancellation = default) =>
        new EraWalk(this, selection ?? new DatasetSelection()).RunAsync(cancellation);

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private Task<T[]> ReadAsync<T>(int group, string column, T[] to, T missing, CancellationToken cancellation)
        where T : unmanaged, INumberBase<T>
    {
        var field = _claims.Require(
            Name, column, DatasetColumnType.Float, DatasetColumnType.Bins, DatasetColumnType.Integer, DatasetColumnType.Boolean);
        var chunk = _claims.Chunk(Name, group, field);
        return _work.RunAsync(
            $"column '{column}'",
            async token =>
            {
                await chunk.NumbersAsync(to.AsMemory(), missing, token).ConfigureAwait(false);
                return to;
            },
            cancellation);
    }
}
