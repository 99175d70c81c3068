using Numerai.Scoring.LinearAlgebra;
using Numerai.Scoring.Ranking;
using Numerai.Scoring.Rounds;

namespace Numerai.Scoring.Tests.Rounds;

public sealed class FeatureNeutralizerTests
{
    [Theory]
    [InlineData(300, 7, 1)]
    [InlineData(1_100, 60, 25)]
    [InlineData(128, 24, 49)]
    public void Bins_leave_the_residuals_that_an_orthonormal_basis_does(int rows, int columns, int models)
    {
        Random random = new(rows + columns);
        double[] bins = Bins(random, rows, columns);
        bins.AsSpan(0, rows).Fill(3);
        ColumnMatrix features = new(rows, columns, bins);
        BinnedProjection? binned = BinnedProjection.TryBuild(features, OrthonormalBasis.RelativeCut, threads: 2);
        Assert.NotNull(binned);
        ushort[] codes = Codes(random, rows, models);
        double[] left = Residuals(binned, rows, codes);
        double[] right = Residuals(OrthonormalBasis.Of(features, withConstant: true), rows, codes);
        Assert.Equal(right.Length, left.Length);
        Assert.All(Enumerable.Range(0, left.Length), place => Assert.Equal(right[place], left[place], 1e-12));
    }

    [Fact]
    public void Rows_that_are_alike_in_every_feature_and_prediction_keep_equal_residuals()
    {
        Random random = new(3);
        const int half = 250;
        double[] bins = Bins(random, half, 9);
        double[] doubled = [.. bins.Chunk(half).SelectMany(column => column.Concat(column))];
        ushort[] codes = Codes(random, half, 1);
        BinnedProjection? binned = BinnedProjection.TryBuild(
            new ColumnMatrix(2 * half, 9, doubled), OrthonormalBasis.RelativeCut, threads: 1);
        Assert.NotNull(binned);
        double[] residuals = Residuals(binned, 2 * half, [.. codes, .. codes]);
        Assert.Equal(residuals[..half], residuals[half..]);
    }

    [Fact]
    public void The_projection_from_bins_does_not_depend_on_the_threads()
    {
        Random random = new(4);
        ColumnMatrix features = new(700, 90, Bins(random, 700, 90));
        ushort[] codes = Codes(random, 700, 30);
        double[][] residuals = [.. new[] { 1, 2, 5 }.Select(threads =>
            Residuals(BinnedProjection.TryBuild(features, OrthonormalBasis.RelativeCut, threads)!, 700, codes))];
        Assert.Equal(residuals[0], residuals[1]);
        Assert.Equal(residuals[0], residuals[2]);
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(128)]
    [InlineData(double.NaN)]
    public void What_is_no_whole_number_of_a_byte_is_left_to_the_basis(double value)
    {
        double[] bins = Bins(new Random(5), 200, 4);
        bins[317] = value;
        Assert.Null(BinnedProjection.TryBuild(new ColumnMatrix(200, 4, bins), OrthonormalBasis.RelativeCut, threads: 1));
    }

    [Fact]
    public void Dependent_bins_are_left_to_the_basis()
    {
        double[] bins = Bins(new Random(6), 200, 3);
        for (int row = 0; row < 200; row++)
        {
            bins[400 + row] = bins[row] + bins[200 + row];
        }

        Assert.Null(BinnedProjection.TryBuild(new ColumnMatrix(200, 3, bins), OrthonormalBasis.RelativeCut, threads: 1));
    }

    private static double[] Bins(Random random, int rows, int columns) =>
        [.. Enumerable.Range(0, rows * columns).Select(_ => (double)random.Next(-1, 4))];

    private static ushort[] Codes(Random random, int rows, int models)
    {
        ushort[] codes = new ushort[rows * models];
        RankCodes.TieKept(Enumerable.Range(0, codes.Length).Select(_ => random.NextDouble()).ToArray(), rows, codes, threads: 1);
        return codes;
    }

    private static double[] Residuals(IColumnProjection projection, int rows, ushort[] codes)
    {
        FeatureNeutralizer neutralizer = new(projection, new RankTables(rows));
        ScoringScratch scratch = new(rows);
        int models = codes.Length / rows;
        int tiles = ((models - 1) / TileKernels.TileWidth) + 1;
        scratch.Reserve(neutralizer, tiles);
        neutralizer.Explain(codes, models, scratch);
        return [.. Enumerable.Range(0, tiles).SelectMany(tile =>
        {
            int count = neutralizer.Neutralize(codes, models, tile, scratch);
            return scratch.Residuals.AsSpan(0, count * rows).ToArray();
        })];
    }
}
