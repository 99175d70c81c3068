using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Numerai.Scoring.LinearAlgebra;
using Numerai.Scoring.Ranking;

namespace Numerai.Scoring.Rounds;

/// <summary>
/// Takes the features' part out of blocks of gaussianized submissions. Models stand side by side in tiles, 128 rows at a time, so the
/// features are read once per block instead of once per model, and of the models no more than those rows is ever laid out.
/// </summary>
internal sealed class FeatureNeutralizer(IColumnProjection features, RankTables tables)
{
    private const int Width = TileKernels.TileWidth;

    /// <summary>Columns of the chunk each thread needs.</summary>
    public int ChunkColumns => features.ChunkColumns;

    /// <summary>Doubles of a tile's loadings.</summary>
    public int LoadingSize => features.LoadingsPerTile;

    /// <summary>
    /// The neutralizer of a round: from one byte per value where its features allow that, from an orthonormal basis otherwise.
    /// </summary>
    public static FeatureNeutralizer Of(ColumnMatrix features, RankTables tables, int threads) =>
        new(
            (IColumnProjection?)BinnedProjection.TryBuild(features, OrthonormalBasis.RelativeCut, threads)
                ?? OrthonormalBasis.Of(features, withConstant: true, threads),
            tables);

    /// <summary>Works out what part of the models of a block each column explains, and leaves it in the scratch memory.</summary>
    /// <param name="codes">Rank codes, model after model.</param>
    /// <param name="models">The number of models.</param>
    /// <param name="scratch">Working memory with room for one set of loadings per 24 models, and one more.</param>
    public void Explain(ReadOnlySpan<ushort> codes, int models, ScoringScratch scratch)
    {
        int tiles = ((models - 1) / Width) + 1;
        scratch.Loadings.AsSpan(0, tiles * LoadingSize).Clear();
        for (int chunk = 0; chunk < features.Chunks; chunk++)
        {
            features.Open(chunk, scratch.Chunk);
            for (int tile = 0; tile < tiles; tile++)
            {
                Fill(Models(codes, tile, models), chunk, scratch.Tile);
                features.AddLoadings(chunk, scratch.Chunk, scratch.Tile, LoadingsOf(tile, scratch));
            }
        }

        for (int tile = 0; tile < tiles; tile++)
        {
            features.ToNegativeShares(LoadingsOf(tile, scratch), LoadingsOf(tiles, scratch));
        }
    }

    /// <summary>Leaves the least-squares residuals of the models of one tile in the scratch memory, model after model.</summary>
    /// <param name="codes">Rank codes of the block that was explained.</param>
    /// <param name="models">Its number of models.</param>
    /// <param name="tile">Which 24 of them.</param>
    /// <param name="scratch">The same working memory.</param>
    /// <returns>The number of models in the tile.</returns>
    public int Neutralize(ReadOnlySpan<ushort> codes, int models, int tile, ScoringScratch scratch)
    {
        ReadOnlySpan<ushort> own = Models(codes, tile, models);
        for (int chunk = 0; chunk < features.Chunks; chunk++)
        {
            features.Open(chunk, scratch.Chunk);
            Fill(own, chunk, scratch.Tile);
            features.AddProducts(chunk, scratch.Chunk, LoadingsOf(tile, scratch), scratch.Tile);
            CopyModels(scratch.Tile, chunk, scratch.Residuals.AsSpan(0, own.Length));
        }

        return own.Length / tables.Rows;
    }

    private ReadOnlySpan<ushort> Models(ReadOnlySpan<ushort> codes, int tile, int models)
    {
        int first = tile * Width;
        return codes.Slice(first * tables.Rows, Math.Min(Width, models - first) * tables.Rows);
    }

    private Span<double> LoadingsOf(int tile, ScoringScratch scratch) => scratch.Loadings.AsSpan(tile * LoadingSize, LoadingSize);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill(ReadOnlySpan<ushort> codes, int chunk, Span<double> tile)
    {
        int rows = tables.Rows;
        int models = codes.Length / rows;
        int start = chunk * PanelMatrix.ChunkRows;
        int count = Math.Min(PanelMatrix.ChunkRows, rows - start);
        ReadOnlySpan<double> table = tables.Gaussian;
        if (models < Width || count < PanelMatrix.ChunkRows)
        {
            tile.Clear();
        }

        // Four models at a time: four streams of codes in, half a cache line out.
        ref double first = ref MemoryMarshal.GetReference(tile);
        int model = 0;
        for (; model <= models - 4; model += 4)
        {
            ReadOnlySpan<ushort> a = codes.Slice((model * rows) + start, count);
            ReadOnlySpan<ushort> b = codes.Slice(((model + 1) * rows) + start, count);
            ReadOnlySpan<ushort> c = codes.Slice(((model + 2) * rows) + start, count);
            ReadOnlySpan<ushort> d = codes.Slice(((model + 3) * rows) + start, count);
            ref double place = ref Unsafe.Add(ref first, model);
            for (int row = 0; row < count; row++)
            {
                Vector256.Create(table[a[row]], table[b[row]], table[c[row]], table[d[row]]).StoreUnsafe(ref place);
                place = ref Unsafe.Add(ref place, Width);
            }
        }

        for (; model < models; model++)
        {
            for (int row = 0; row < count; row++)
            {
                tile[(row * Width) + model] = table[codes[(model * rows) + start + row]];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CopyModels(ReadOnlySpan<double> tile, int chunk, Span<double> residuals)
    {
        int rows = tables.Rows;
        int models = residuals.Length / rows;
        int start = chunk * PanelMatrix.ChunkRows;
        int count = Math.Min(PanelMatrix.ChunkRows, rows - start);
        ref double first = ref MemoryMarshal.GetReference(tile[..(PanelMatrix.ChunkRows * Width)]);
        int model = 0;
        for (; model <= models - 4; model += 4)
        {
            Span<double> a = residuals.Slice((model * rows) + start, count);
            Span<double> b = residuals.Slice(((model + 1) * rows) + start, count);
            Span<double> c = residuals.Slice(((model + 2) * rows) + start, count);
            Span<double> d = residuals.Slice(((model + 3) * rows) + start, count);
            ref double place = ref Unsafe.Add(ref first, model);
            for (int row = 0; row < count; row++)
            {
                a[row] = place;
                b[row] = Unsafe.Add(ref place, 1);
                c[row] = Unsafe.Add(ref place, 2);
                d[row] = Unsafe.Add(ref place, 3);
                place = ref Unsafe.Add(ref place, Width);
            }
        }

        for (; model < models; model++)
        {
            for (int row = 0; row < count; row++)
            {
                residuals[(model * rows) + start + row] = tile[(row * Width) + model];
            }
        }
    }
}
