using Numerai.Data.Tables;

namespace Numerai.Data.Features;

/// <summary>
/// Binned features of some rows, column by column: what a model learns from and predicts on. Bins are 0..4, 2 is the middle and stands for
/// missing.
/// </summary>
public sealed class FeatureBlock
{
    /// <summary>Prefix of every feature column of a release.</summary>
    public const string Prefix = "feature_";

    private readonly sbyte[] _bins;

    /// <param name="names">Column names.</param>
    /// <param name="rowCount">Number of rows.</param>
    /// <param name="bins">Column-major bins; kept, not copied.</param>
    public FeatureBlock(IReadOnlyList<string> names, int rowCount, sbyte[] bins)
    {
        if ((long)names.Count * rowCount != bins.Length)
        {
            throw new ArgumentException(
                $"{names.Count} features of {rowCount} rows need {(long)names.Count * rowCount} bins, not {bins.Length}.", nameof(bins));
        }

        Names = names;
        RowCount = rowCount;
        _bins = bins;
    }

    public IReadOnlyList<string> Names { get; }

    public int RowCount { get; }

    public int ColumnCount => Names.Count;

    /// <summary>All bins, column after column.</summary>
    public ReadOnlyMemory<sbyte> Bins => _bins;

    /// <summary>One feature over all rows.</summary>
    public ReadOnlySpan<sbyte> Column(int index) => _bins.AsSpan(index * RowCount, RowCount);

    /// <summary>The feature columns of a table of a release, all of them or those named, in the given order.</summary>
    /// <exception cref="DataFormatException">A named column is missing or does not hold 8-bit integers.</exception>
    public static FeatureBlock FromTable(Table table, IReadOnlyList<string>? names = null)
    {
        names ??= table.Columns.Select(column => column.Name).Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToArray();
        var bins = new sbyte[names.Count * table.RowCount];
        for (var i = 0; i < names.Count; i++)
        {
            table.Values<sbyte>(names[i]).CopyTo(bins, i * table.RowCount);
        }

        return new FeatureBlock(names, table.RowCount, bins);
    }

    /// <summary>Blocks of the same columns, one below the other.</summary>
    public static FeatureBlock Concat(IReadOnlyList<FeatureBlock> blocks)
    {
        ArgumentOutOfRangeException.ThrowIfZero(blocks.Count);
        var rows = blocks.Sum(block => block.RowCount);
        var bins = new sbyte[blocks[0].ColumnCount * rows];
        for (var column = 0; column < blocks[0].ColumnCount; column++)
        {
            var at = column * rows;
            foreach (var block in blocks)
            {
                block.Column(column).CopyTo(bins.AsSpan(at));
                at += block.RowCount;
            }
        }

        return new FeatureBlock(blocks[0].Names, rows, bins);
    }

    /// <summary>The given columns, in the given order.</summary>
    public FeatureBlock Select(ReadOnlySpan<int> columns)
    {
        var bins = new sbyte[columns.Length * RowCount];
        var names = new string[columns.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            names[i] = Names[columns[i]];
            Column(columns[i]).CopyTo(bins.AsSpan(i * RowCount));
        }

        return new FeatureBlock(names, RowCount, bins);
    }

    /// <summary>The given rows, in the given order.</summary>
    public FeatureBlock Take(ReadOnlySpan<int> rows)
    {
        var bins = new sbyte[ColumnCount * rows.Length];
        for (var column = 0; column < ColumnCount; column++)
        {
            var from = Column(column);
            var to = bins.AsSpan(column * rows.Length, rows.Length);
            for (var i = 0; i < rows.Length; i++)
            {
                to[i] = from[rows[i]];
            }
        }

        return new FeatureBlock(Names, rows.Length, bins);
    }
}
