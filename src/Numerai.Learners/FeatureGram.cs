using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using Numerai.Data.Features;

namespace Numerai.Learners;

/// <summary>
/// Products of all pairs of centred columns (bin - 2) of a block, kept as long as the block lives: forty ridges on subsets of one training
/// set need it once. The entries are whole numbers computed exactly: within a chunk every partial sum stays below 2^24, where single
/// precision is exact, so the result does not depend on vector width or order.
/// </summary>
internal sealed class FeatureGram
{
    private const int ChunkRows = 4096;
    private static readonly ConditionalWeakTable<FeatureBlock, FeatureGram> Known = [];
    private readonly double[] _products;
    private readonly int _columns;

    private FeatureGram(FeatureBlock block)
    {
        _columns = block.ColumnCount;
        _products = new double[_columns * _columns];
        var centred = new float[_columns * ChunkRows];
        for (var start = 0; start < block.RowCount; start += ChunkRows)
        {
            var rows = Math.Min(ChunkRows, block.RowCount - start);
            for (var column = 0; column < _columns; column++)
            {
                Centre(block.Column(column).Slice(start, rows), centred.AsSpan(column * ChunkRows, rows));
            }

            Parallel.For(0, _columns, i => AddRow(centred, rows, i));
        }
    }

    public double this[int i, int j] => i <= j ? _products[(i * _columns) + j] : _products[(j * _columns) + i];

    public static FeatureGram Of(FeatureBlock block) => Known.GetValue(block, static b => new FeatureGram(b));

    private void AddRow(float[] centred, int rows, int i)
    {
        ReadOnlySpan<float> first = centred.AsSpan(i * ChunkRows, rows);
        for (var j = i; j < _columns; j++)
        {
            _products[(i * _columns) + j] += TensorPrimitives.Dot(first, centred.AsSpan(j * ChunkRows, rows));
        }
    }

    private static void Centre(ReadOnlySpan<sbyte> bins, Span<float> centred)
    {
        for (var i = 0; i < bins.Length; i++)
        {
            centred[i] = bins[i] - 2;
        }
    }
}
