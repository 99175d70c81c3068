namespace Numerai.Scoring.LinearAlgebra;

/// <summary>
/// A read-only matrix of rows (of the universe) by columns (features, neutralizers), stored column after column in the type it came
/// in: small integers for binned features, <c>float</c> or <c>double</c> otherwise. All arithmetic on it is in <c>double</c>.
/// </summary>
public sealed class ColumnMatrix
{
    private readonly ReadOnlyMemory<sbyte> bins;
    private readonly ReadOnlyMemory<float> singles;
    private readonly ReadOnlyMemory<double> doubles;

    /// <summary>Wraps binned features, e.g. 0..4, without copying. Missing values must be filled by the caller.</summary>
    public ColumnMatrix(int rows, int columns, ReadOnlyMemory<sbyte> columnMajor)
        : this(rows, columns, columnMajor.Length)
    {
        bins = columnMajor;
    }

    /// <summary>Wraps single-precision columns without copying.</summary>
    public ColumnMatrix(int rows, int columns, ReadOnlyMemory<float> columnMajor)
        : this(rows, columns, columnMajor.Length)
    {
        singles = columnMajor;
    }

    /// <summary>Wraps double-precision columns without copying.</summary>
    public ColumnMatrix(int rows, int columns, ReadOnlyMemory<double> columnMajor)
        : this(rows, columns, columnMajor.Length)
    {
        doubles = columnMajor;
    }

    private ColumnMatrix(int rows, int columns, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        if ((long)rows * columns != length)
        {
            throw new ArgumentException($"{rows} rows by {columns} columns need {(long)rows * columns} values, but {length} were given.");
        }

        Rows = rows;
        Columns = columns;
    }

    /// <summary>The number of rows n.</summary>
    public int Rows { get; }

    /// <summary>The number of columns k.</summary>
    public int Columns { get; }

    /// <summary>Copies one column as doubles.</summary>
    /// <param name="column">0 to <see cref="Columns"/> - 1.</param>
    /// <param name="destination">Receives <see cref="Rows"/> values.</param>
    public void CopyColumn(int column, Span<double> destination)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, Columns);
        if (!bins.IsEmpty)
        {
            System.Numerics.Tensors.TensorPrimitives.ConvertChecked(bins.Span.Slice(column * Rows, Rows), destination);
        }
        else if (!singles.IsEmpty)
        {
            System.Numerics.Tensors.TensorPrimitives.ConvertChecked(singles.Span.Slice(column * Rows, Rows), destination);
        }
        else
        {
            doubles.Span.Slice(column * Rows, Rows).CopyTo(destination);
        }
    }

    /// <summary>A double-precision copy of the given rows, in their order.</summary>
    public ColumnMatrix SelectRows(ReadOnlySpan<int> rows)
    {
        double[] column = new double[Rows];
        double[] selected = new double[(long)rows.Length * Columns];
        for (int index = 0; index < Columns; index++)
        {
            CopyColumn(index, column);
            Span<double> target = selected.AsSpan(index * rows.Length, rows.Length);
            for (int place = 0; place < rows.Length; place++)
            {
                target[place] = column[rows[place]];
            }
        }

        return new ColumnMatrix(rows.Length, Columns, selected);
    }
}
