using Numerai.Scoring.LinearAlgebra;

namespace Numerai.Scoring.Tests.LinearAlgebra;

public sealed class TileKernelTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(8, 3)]
    [InlineData(130, 9)]
    [InlineData(300, 41)]
    public void Blocked_products_are_those_of_the_plain_loops(int rows, int columns)
    {
        Random random = new((1_000 * rows) + columns);
        double[][] matrix = [.. Enumerable.Range(0, columns).Select(_ => Column(random, rows))];
        PanelMatrix panels = new(rows, columns);
        for (int column = 0; column < columns; column++)
        {
            panels.SetColumn(column, matrix[column]);
        }

        double[][] models = [.. Enumerable.Range(0, 2 * TileKernels.TileWidth).Select(_ => Column(random, rows))];
        double[] tiles = new double[2 * panels.PaddedRows * TileKernels.TileWidth];
        for (int model = 0; model < models.Length; model++)
        {
            for (int row = 0; row < rows; row++)
            {
                tiles[Place(panels, model, row)] = models[model][row];
            }
        }

        int loadingSize = panels.Panels * PanelMatrix.PanelWidth * TileKernels.TileWidth;
        double[] loadings = new double[2 * loadingSize];
        TileKernels.Loadings(panels, panels.Panels, tiles, 2, loadings);
        TileKernels.AddProducts(panels, panels.Panels, loadings, tiles, 2);
        for (int model = 0; model < models.Length; model++)
        {
            double[] plain = [.. matrix.Select(column => column.Zip(models[model], (a, b) => a * b).Sum())];
            for (int column = 0; column < columns; column++)
            {
                int place = (model / TileKernels.TileWidth * loadingSize) + (column * TileKernels.TileWidth)
                    + (model % TileKernels.TileWidth);
                Assert.Equal(plain[column], loadings[place], 1e-11);
            }

            for (int row = 0; row < rows; row++)
            {
                double expected = models[model][row] + matrix.Select((column, index) => column[row] * plain[index]).Sum();
                Assert.Equal(expected, tiles[Place(panels, model, row)], 1e-9);
            }
        }
    }

    [Theory]
    [InlineData(150, 30, true)]
    [InlineData(150, 30, false)]
    [InlineData(500, 120, true)]
    public void The_fast_basis_spans_what_the_patient_one_does(int rows, int columns, bool withConstant)
    {
        Random random = new(rows + columns);
        double[] shared = Column(random, rows);
        double[] values = [
            .. Enumerable.Range(0, columns).SelectMany(_ => Column(random, rows).Zip(shared, (own, common) => own + (20 * common) + 3))];
        ColumnMatrix matrix = new(rows, columns, values);
        OrthonormalBasis? fast = CholeskyBasis.TryBuild(matrix, withConstant, OrthonormalBasis.RelativeCut, threads: 2);
        OrthonormalBasis patient = OrthonormalBasis.OfAnyMatrix(matrix, withConstant);
        Assert.NotNull(fast);
        Assert.Equal(patient.Rank, fast.Rank);
        double[] left = Column(random, rows);
        double[] right = [.. left];
        fast.Neutralize(left);
        patient.Neutralize(right);
        Assert.All(Enumerable.Range(0, rows), row => Assert.Equal(right[row], left[row], 1e-12));
    }

    [Fact]
    public void Dependent_columns_add_no_direction()
    {
        Random random = new(5);
        const int rows = 200;
        double[] a = Column(random, rows);
        double[] b = Column(random, rows);
        double[] sum = [.. a.Zip(b, (x, y) => x - y)];
        double[] constant = new double[rows];
        constant.AsSpan().Fill(2);
        OrthonormalBasis basis = OrthonormalBasis.Of(
            new ColumnMatrix(rows, 5, (double[])[.. a, .. b, .. sum, .. constant, .. a]), withConstant: true);
        Assert.Equal(3, basis.Rank);
    }

    [Theory]
    [InlineData(300, 90)]
    [InlineData(61, 90)]
    public void Dependent_and_nearly_dependent_columns_give_an_orthonormal_basis_whatever_the_threads(int rows, int columns)
    {
        Random random = new(rows);
        double[][] features = [.. Enumerable.Range(0, columns).Select(_ => Column(random, rows))];
        for (int index = 2; index < columns; index += 7)
        {
            // By turns exactly dependent on a column of the same tile, on one of an earlier tile, and nearly dependent on both.
            features[index] = [.. features[index - 1].Zip(features[index / 2], (x, y) => (index % 3) switch
            {
                0 => x,
                1 => x + (3 * y),
                _ => x + y + (1e-3 * (random.NextDouble() - 0.5)),
            })];
        }

        ColumnMatrix matrix = new(rows, columns, features.SelectMany(column => column).ToArray());
        OrthonormalBasis basis = OrthonormalBasis.OfAnyMatrix(matrix, withConstant: true);
        OrthonormalBasis threaded = OrthonormalBasis.OfAnyMatrix(matrix, withConstant: true, threads: 3);
        double[][] directions = [.. Enumerable.Range(0, basis.Rank).Select(index => Direction(basis, index))];
        Assert.Equal(directions, Enumerable.Range(0, threaded.Rank).Select(index => Direction(threaded, index)));
        for (int left = 0; left < basis.Rank; left++)
        {
            for (int right = 0; right <= left; right++)
            {
                Assert.Equal(left == right ? 1 : 0, directions[left].Zip(directions[right], (x, y) => x * y).Sum(), 1e-13);
            }
        }

        double[] values = Column(random, rows);
        basis.Neutralize(values);
        Assert.All(features, feature => Assert.Equal(0, feature.Zip(values, (x, y) => x * y).Sum(), 1e-10));
    }

    private static double[] Direction(OrthonormalBasis basis, int index)
    {
        double[] direction = new double[basis.Rows];
        basis.CopyDirection(index, direction);
        return direction;
    }

    [Fact]
    public void Features_of_every_stored_type_give_the_same_basis()
    {
        Random random = new(6);
        sbyte[] bins = [.. Enumerable.Range(0, 300 * 7).Select(_ => (sbyte)random.Next(5))];
        double[] residual = Column(random, 300);
        double[][] results = [.. new[]
        {
            new ColumnMatrix(300, 7, bins),
            new ColumnMatrix(300, 7, Array.ConvertAll(bins, bin => (float)bin)),
            new ColumnMatrix(300, 7, Array.ConvertAll(bins, bin => (double)bin)),
        }.Select(matrix =>
        {
            double[] values = [.. residual];
            OrthonormalBasis.Of(matrix, withConstant: true).Neutralize(values);
            return values;
        })];
        Assert.Equal(results[2], results[0]);
        Assert.Equal(results[2], results[1]);
    }

    private static double[] Column(Random random, int rows) => [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble() - 0.5)];

    private static int Place(PanelMatrix panels, int model, int row) =>
        (model / TileKernels.TileWidth * panels.PaddedRows * TileKernels.TileWidth) + (row * TileKernels.TileWidth)
            + (model % TileKernels.TileWidth);
}
