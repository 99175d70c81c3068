using System.Runtime.CompilerServices;
using Numerai.Scoring.Statistics;

namespace Numerai.Scoring.Ranking;

/// <summary>
/// Normal quantile of every possible tie-kept rank of n rows, so that gaussianizing a submission is a look-up by its rank codes.
/// Immutable and shared by threads.
/// </summary>
public sealed class RankTables
{
    private readonly double[] gaussian;
    private readonly double[] gaussianPower;

    /// <summary>Builds the tables of a universe of <paramref name="rows"/> rows: 2n entries each.</summary>
    /// <param name="rows">1 to <see cref="RankCodes.MaximumRows"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public RankTables(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, RankCodes.MaximumRows);
        Rows = rows;
        gaussian = new double[2 * rows];
        gaussianPower = new double[2 * rows];

        // The quantile is odd around rank 0.5. Filling both halves from the lower one keeps it exactly odd, and the upper tail
        // free of the rounding of ranks close to 1.
        for (int code = 1; code <= rows; code++)
        {
            double quantile = NormalQuantile.Of((double)code / (2 * rows));
            double power = SignedPower.OneAndAHalf(quantile);
            (gaussian[code], gaussian[(2 * rows) - code]) = (quantile, -quantile);
            (gaussianPower[code], gaussianPower[(2 * rows) - code]) = (power, -power);
        }

        gaussian[rows] = 0;
        gaussianPower[rows] = 0;
    }

    /// <summary>The number of rows n of the universe.</summary>
    public int Rows { get; }

    /// <summary>Entry <c>code</c> is the standard normal quantile of <c>code / (2n)</c>; entry 0 is not a rank and holds 0.</summary>
    public ReadOnlySpan<double> Gaussian => gaussian;

    /// <summary>Entry <c>code</c> is <c>sign(g) * |g|^1.5</c> of the quantile g; entry 0 holds 0.</summary>
    public ReadOnlySpan<double> GaussianPower => gaussianPower;

    /// <summary>Looks up the gaussianized ranks of a submission.</summary>
    public void Gaussianize(ReadOnlySpan<ushort> codes, Span<double> destination) => LookUp(gaussian, codes, destination);

    /// <summary>Looks up the gaussianized ranks to the power 1.5 (<c>norm15</c> in the tournament's rules).</summary>
    public void GaussianizeAndPower(ReadOnlySpan<ushort> codes, Span<double> destination) => LookUp(gaussianPower, codes, destination);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void LookUp(double[] table, ReadOnlySpan<ushort> codes, Span<double> destination)
    {
        Span<double> written = destination[..codes.Length];
        for (int row = 0; row < codes.Length; row++)
        {
            written[row] = table[codes[row]];
        }
    }
}
