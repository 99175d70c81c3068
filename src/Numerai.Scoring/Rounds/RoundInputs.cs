using Numerai.Scoring.LinearAlgebra;

namespace Numerai.Scoring.Rounds;

/// <summary>
/// What all models of a round share. Every vector and matrix is aligned to the round's universe, sorted by id in ordinal order. What is
/// left empty or null makes the scores that need it NaN.
/// </summary>
public sealed record RoundInputs
{
    /// <summary>The number of rows n of the universe, 1 to <see cref="Ranking.RankCodes.MaximumRows"/>.</summary>
    public required int Rows { get; init; }

    /// <summary>The meta model: n stake-weighted averages of gaussianized ranks, none NaN. Needed by MMC and CWMM.</summary>
    public ReadOnlyMemory<double> MetaModel { get; init; }

    /// <summary>The stake-weighted benchmark models, in the same form. Needed by BMC.</summary>
    public ReadOnlyMemory<double> BenchmarkMetaModel { get; init; }

    /// <summary>Features, n rows. Needed by FNC.</summary>
    public ColumnMatrix? Features { get; init; }

    /// <summary>Neutralizers N, n rows, used as they are. Needed by ALPHA and MPC.</summary>
    public ColumnMatrix? Neutralizers { get; init; }

    /// <summary>Sample weights v, n values. Needed by ALPHA and MPC.</summary>
    public ReadOnlyMemory<double> SampleWeights { get; init; }
}
