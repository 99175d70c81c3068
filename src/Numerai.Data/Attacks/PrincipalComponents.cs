using MathNet.Numerics.LinearAlgebra;

namespace Numerai.Data.Attacks;

/// <summary>
/// Directions of a correlation matrix, strongest first. A rotation of the columns turns the directions with it and leaves each row's
/// coordinates along them as they were, up to sign: the natural attack on a rotation.
/// </summary>
internal sealed class PrincipalComponents
{
    private readonly double[][] _directions;

    /// <param name="correlations">Symmetric matrix.</param>
    /// <param name="count">Directions to keep.</param>
    public PrincipalComponents(double[][] correlations, int count)
    {
        var vectors = Matrix<double>.Build.DenseOfRowArrays(correlations).Evd(Symmetricity.Symmetric).EigenVectors;
        _directions = Enumerable.Range(0, count).Select(i => vectors.Column(vectors.ColumnCount - 1 - i).ToArray()).ToArray();
    }

    /// <summary>Coordinates of all rows, one array a direction.</summary>
    public double[][] Project(double[][] columns) => Array.ConvertAll(_directions, direction =>
    {
        var projected = new double[columns[0].Length];
        for (var column = 0; column < columns.Length; column++)
        {
            for (var row = 0; row < projected.Length; row++)
            {
                projected[row] += direction[column] * columns[column][row];
            }
        }

        return projected;
    });
}
