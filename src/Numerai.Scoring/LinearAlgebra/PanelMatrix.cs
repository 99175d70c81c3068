namespace Numerai.Scoring.LinearAlgebra;

/// <summary>
/// A matrix laid out for the tile kernels: chunks of 128 rows, inside a chunk panels of eight columns, and inside a panel row after row.
/// Eight by eight values lie together whichever way a product walks, and a chunk is one stretch of memory. Rows and columns are padded with
/// zeros to multiples of eight.
/// </summary>
internal sealed class PanelMatrix
{
    /// <summary>Columns of a panel.</summary>
    public const int PanelWidth = 8;

    /// <summary>
    /// Rows of a chunk. 128 rows of a tile of models are 24 KiB and stay in the first-level cache while all panels pass by; 128 rows of 400
    /// columns are 400 KiB and stay in the second while all tiles do. A constant of the results, too: sums over rows are closed at each
    /// chunk.
    /// </summary>
    public const int ChunkRows = 128;

    public PanelMatrix(int rows, int columns)
    {
        Rows = rows;
        Columns = columns;
        PaddedRows = (rows + PanelWidth - 1) / PanelWidth * PanelWidth;
        Panels = (columns + PanelWidth - 1) / PanelWidth;
        Data = new double[(long)PaddedRows * Panels * PanelWidth];
    }

    public int Rows { get; }

    public int Columns { get; }

    public int PaddedRows { get; }

    public int Panels { get; }

    public double[] Data { get; }

    /// <summary>Rows of the chunk that begins at a row.</summary>
    public int RowsOfChunk(int start) => Math.Min(ChunkRows, PaddedRows - start);

    /// <summary>Where a row of a panel begins in <see cref="Data"/>.</summary>
    public int Offset(int panel, int row)
    {
        int start = row / ChunkRows * ChunkRows;
        return ((start * Panels) + (panel * RowsOfChunk(start)) + (row - start)) * PanelWidth;
    }

    /// <summary>Writes a column.</summary>
    public void SetColumn(int column, ReadOnlySpan<double> values)
    {
        for (int start = 0; start < Rows; start += ChunkRows)
        {
            int offset = Offset(column / PanelWidth, start) + (column % PanelWidth);
            int end = Math.Min(start + ChunkRows, Rows);
            for (int row = start; row < end; row++)
            {
                Data[offset] = values[row];
                offset += PanelWidth;
            }
        }
    }

    /// <summary>Writes an element of a symmetric matrix, and its mirror image.</summary>
    public void SetBoth(int row, int column, double value)
    {
        Data[Offset(column / PanelWidth, row) + (column % PanelWidth)] = value;
        Data[Offset(row / PanelWidth, column) + (row % PanelWidth)] = value;
    }

    /// <summary>Copies a column out.</summary>
    public void CopyColumn(int column, Span<double> destination)
    {
        for (int row = 0; row < Rows; row++)
        {
            destination[row] = Data[Offset(column / PanelWidth, row) + (column % PanelWidth)];
        }
    }

    /// <summary>Copies rows of up to three panels, from the one given on, into a tile; what the matrix lacks is zero.</summary>
    public void CopyToTile(int panel, int start, int rows, Span<double> tile)
    {
        tile[..(rows * TileKernels.TileWidth)].Clear();
        int count = Math.Min(TileKernels.TileWidth / PanelWidth, Panels - panel);
        for (int index = 0; index < count; index++)
        {
            ReadOnlySpan<double> source = Data.AsSpan(Offset(panel + index, start), rows * PanelWidth);
            for (int row = 0; row < rows; row++)
            {
                source.Slice(row * PanelWidth, PanelWidth).CopyTo(tile[((row * TileKernels.TileWidth) + (index * PanelWidth))..]);
            }
        }
    }

    /// <summary>Copies a tile back into the panels it came from.</summary>
    public void CopyFromTile(int panel, int start, int rows, ReadOnlySpan<double> tile)
    {
        int count = Math.Min(TileKernels.TileWidth / PanelWidth, Panels - panel);
        for (int index = 0; index < count; index++)
        {
            Span<double> target = Data.AsSpan(Offset(panel + index, start), rows * PanelWidth);
            for (int row = 0; row < rows; row++)
            {
                tile.Slice((row * TileKernels.TileWidth) + (index * PanelWidth), PanelWidth).CopyTo(target[(row * PanelWidth)..]);
            }
        }
    }
}
