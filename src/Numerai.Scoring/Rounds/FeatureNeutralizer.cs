using Numerai.Scoring.LinearAlgebra;
using Numerai.Scoring.Ranking;

namespace Numerai.Scoring.Rounds;

/// <summary>
/// Takes the features' part out of blocks of gaussianized submissions. Models stand side by side in tiles, so the basis is read once per block
/// instead of once per model.
/// </summary>
internal sealed class FeatureNeutralizer(OrthonormalBasis basis, RankTables tables)
{
    private const int Width = TileKernels.TileWidth;

    /// <summary>Doubles of a tile.</summary>
    public int TileSize => basis.PaddedRows * Width;

    /// <summary>Doubles of a tile's loadings.</summary>
    public int LoadingSize => basis.LoadingsPerTile;

    /// <summary>Fills tiles with the gaussianized ranks of models and leaves their least-squares residuals in them.</summary>
    /// <param name="codes">Rank codes, model after model.</param>
    /// <param name="models">The number of models.</param>
    /// <param name="tiles">Room for one tile per 24 models.</param>
    /// <param name="loadings">Room for one set of loadings per tile.</param>
    public void Neutralize(ReadOnlySpan<ushort> codes, int models, Span<double> tiles, Span<double> loadings)
    {
        int rows = tables.Rows;
        int count = ((models - 1) / Width) + 1;
        tiles[..(count * TileSize)].Clear();
        for (int tile = 0; tile < count; tile++)
        {
            int first = tile * Width;
            int width = Math.Min(Width, models - first);
            Fill(codes.Slice(first * rows, width * rows), rows, tables.Gaussian, tiles.Slice(tile * TileSize, TileSize));
        }

        basis.NeutralizeTiles(tiles, count, loadings);
    }

    /// <summary>
    /// Copies the residuals of some models that stand side by side out of their tile. Several at once, because a row of a tile is read in
    /// whole cache lines.
    /// </summary>
    /// <param name="tiles">The tiles of a block.</param>
    /// <param name="first">The first model, a multiple of 8, so that the models stand in one tile.</param>
    /// <param name="residuals">Receives up to 8 models, one after the other.</param>
    public void CopyModels(ReadOnlySpan<double> tiles, int first, Span<double> residuals)
    {
        int rows = tables.Rows;
        int models = residuals.Length / rows;
        ReadOnlySpan<double> tile = tiles.Slice(first / Width * TileSize, TileSize);
        int offset = first % Width;
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<double> own = tile.Slice((row * Width) + offset, models);
            for (int model = 0; model < own.Length; model++)
            {
                residuals[(model * rows) + row] = own[model];
            }
        }
    }

    private static void Fill(ReadOnlySpan<ushort> codes, int rows, ReadOnlySpan<double> table, Span<double> tile)
    {
        int models = codes.Length / rows;
        for (int row = 0; row < rows; row++)
        {
            Span<double> target = tile.Slice(row * Width, models);
            for (int model = 0; model < target.Length; model++)
            {
                target[model] = table[codes[(model * rows) + row]];
            }
        }
    }
}
