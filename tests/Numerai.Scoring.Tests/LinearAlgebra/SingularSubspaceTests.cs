using Numerai.Scoring.LinearAlgebra;
using Numerai.Scoring.Statistics;

namespace Numerai.Scoring.Tests.LinearAlgebra;

/// <summary>The blocked way to the singular vectors above a cut, against plain Jacobi rotations.</summary>
public sealed class SingularSubspaceTests
{
    public static TheoryData<string, int, int> Spectra => new()
    {
        { "a few far below", 30, 41 },
        { "a few far below", 130, 130 },
        { "most far below", 60, 60 },
        { "densely across the cut", 90, 97 },
        { "densely across the cut", 25, 25 },
        { "equal ones on both sides", 40, 40 },
        { "all above", 33, 50 },
        { "zeros", 20, 22 },
        { "one", 1, 3 },
    };

    [Theory]
    [MemberData(nameof(Spectra))]
    public void The_kept_directions_are_those_of_jacobi_rotations(string spectrum, int size, int columns)
    {
        Random random = new(size + columns);
        double[][] rows = WithSpectrum(random, spectrum, size, columns);
        double[][] expected = JacobiSingularVectors.LeftVectorsAbove(
            [.. rows.Select(row => (double[])[.. row])], OrthonormalBasis.RelativeCut);
        double[][] kept = Kept(rows, threads: 2);
        Assert.Equal(expected.Length, kept.Length);
        Assert.Equal(kept, Kept(rows, threads: 1));
        Assert.Equal(kept, Kept(rows, threads: 5));
        for (int row = 0; row < size; row++)
        {
            for (int column = 0; column < size; column++)
            {
                // Directions themselves may be any that span the same; what projects on them is unique. Next to the cut both are uncertain
                // by rounding over the gap.
                Assert.Equal(expected.Sum(vector => vector[row] * vector[column]), kept.Sum(vector => vector[row] * vector[column]), 1e-8);
            }
        }

        for (int left = 0; left < kept.Length; left++)
        {
            for (int right = 0; right <= left; right++)
            {
                Assert.Equal(left == right ? 1 : 0, FixedLanes.Dot(kept[left], kept[right]), 1e-13);
            }
        }
    }

    [Theory]
    [InlineData(400, 60)]
    [InlineData(90, 100)]
    public void Features_that_are_nearly_sums_of_others_are_taken_out_whatever_the_threads(int rows, int columns)
    {
        Random random = new(rows);
        double[][] features = [.. Enumerable.Range(0, columns).Select(_ => Column(random, rows))];
        for (int index = 2; index < columns; index += 3)
        {
            // The weakest directions have 1e-3 to 1e-9 of a feature's length: above the cut, and far below it.
            double noise = Math.Pow(10, -3 - (3 * (index % 3)) - (index % 2));
            features[index] = [.. features[index - 1].Zip(features[index - 2], (x, y) => x + y + (noise * (random.NextDouble() - 0.5)))];
        }

        ColumnMatrix matrix = new(rows, columns, features.SelectMany(column => column).ToArray());
        double[] one = Column(random, rows);
        double[] three = [.. one];
        OrthonormalBasis basis = OrthonormalBasis.Of(matrix, withConstant: true);
        Assert.InRange(basis.Rank, 1, Math.Min(rows, columns + 1));
        basis.Neutralize(one);
        OrthonormalBasis.Of(matrix, withConstant: true, threads: 3).Neutralize(three);
        Assert.Equal(one, three);
        Assert.All(features, feature => Assert.Equal(0, FixedLanes.Dot(feature, one), 1e-4));
    }

    private static double[][] Kept(double[][] rows, int threads)
    {
        int size = rows.Length;
        double[] transposed = [.. Enumerable.Range(0, rows[0].Length).SelectMany(column => rows.Select(row => row[column]))];
        Bidiagonalization bidiagonal = new(transposed, rows[0].Length, size, threads);
        double[] vectors = bidiagonal.RightVectors();
        List<int> kept = new BidiagonalSplit(bidiagonal.Diagonal, bidiagonal.Above, new Rotations(vectors, size, threads))
            .Above(OrthonormalBasis.RelativeCut);
        return [.. kept.Select(index => vectors.AsSpan(index * size, size).ToArray())];
    }

    private static double[][] WithSpectrum(Random random, string spectrum, int size, int columns)
    {
        double[][] left = Orthonormal(random, size, size);
        double[][] right = Orthonormal(random, size, columns);
        double[] values = [.. Enumerable.Range(0, size).Select(index => spectrum switch
        {
            "a few far below" => index % 10 == 3 ? 1e-9 * (1 + index) : 1.0 + index,
            "most far below" => index % 10 == 3 ? 1.0 + index : 1e-8 / (1 + index),
            "densely across the cut" => Math.Pow(10, -10.0 * index / size),
            "equal ones on both sides" => index % 2 == 0 ? 1 : 1e-7,
            "zeros" => index % 4 == 0 ? 0 : 1.0 + index,
            _ => 1.0 + index,
        })];
        return [.. Enumerable.Range(0, size).Select(row => Enumerable.Range(0, columns)
            .Select(column => Enumerable.Range(0, size).Sum(index => values[index] * left[index][row] * right[index][column])).ToArray())];
    }

    private static double[][] Orthonormal(Random random, int count, int length)
    {
        double[][] vectors = [.. Enumerable.Range(0, count).Select(_ => Column(random, length))];
        for (int index = 0; index < count; index++)
        {
            for (int earlier = 0; earlier < 2 * index; earlier++)
            {
                FixedLanes.AddScaled(vectors[earlier % index], -FixedLanes.Dot(vectors[earlier % index], vectors[index]), vectors[index]);
            }

            System.Numerics.Tensors.TensorPrimitives.Divide(
                vectors[index], Math.Sqrt(FixedLanes.Dot(vectors[index], vectors[index])), vectors[index]);
        }

        return vectors;
    }

    private static double[] Column(Random random, int rows) => [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble() - 0.5)];
}
