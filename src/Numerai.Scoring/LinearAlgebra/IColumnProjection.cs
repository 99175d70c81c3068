namespace Numerai.Scoring.LinearAlgebra;

/// <summary>
/// Takes the part that lies in the span of a round's columns out of tiles of 24 models, in chunks of 128 rows; see
/// <see cref="TileKernels"/>. First every chunk adds
/// its loadings, then these become shares of the columns, then every chunk is left with what the columns do not explain.
/// </summary>
internal interface IColumnProjection
{
    /// <summary>Chunks of rows.</summary>
    int Chunks { get; }

    /// <summary>Doubles of a tile's loadings.</summary>
    int LoadingsPerTile { get; }

    /// <summary>Columns of the matrix of 128 rows each thread needs to open chunks in; 0 when none.</summary>
    int ChunkColumns { get; }

    /// <summary>Makes a chunk ready for the two products below.</summary>
    void Open(int chunk, PanelMatrix opened);

    /// <summary>Adds the loadings of the rows of a chunk.</summary>
    void AddLoadings(int chunk, PanelMatrix opened, Span<double> tileChunk, Span<double> loadings);

    /// <summary>Turns a tile's loadings into what each column's share of the models is, with the sign turned.</summary>
    /// <param name="loadings">A tile's loadings; replaced.</param>
    /// <param name="scratch">As many doubles.</param>
    void ToNegativeShares(Span<double> loadings, Span<double> scratch);

    /// <summary>Adds the shares' part of the columns to the rows of a chunk.</summary>
    void AddProducts(int chunk, PanelMatrix opened, Span<double> shares, Span<double> tileChunk);
}
