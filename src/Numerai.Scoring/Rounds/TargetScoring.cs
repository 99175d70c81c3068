using Numerai.Scoring.Ranking;

namespace Numerai.Scoring.Rounds;

/// <summary>
/// One target vector made ready to score any number of models: everything that depends on the target but not on the model.
/// Made by <see cref="RoundScorer.PrepareTarget"/>; immutable and shared by threads.
/// </summary>
public sealed record TargetScoring
{
    internal TargetScoring(RankTables tables, int[]? rows)
    {
        Tables = tables;
        SelectedRows = rows;
    }

    /// <summary>The number of rows that have a target.</summary>
    public int Rows => Tables.Rows;

    /// <summary>Tables of the rows that have a target.</summary>
    internal RankTables Tables { get; init; }

    /// <summary>The rows that have a target, or null when all have.</summary>
    internal int[]? SelectedRows { get; init; }

    /// <summary>The centered target to the power 1.5 (or not), centered again and of length one: CORR is a product with it.</summary>
    internal double[] CorrDirection { get; init; } = [];

    /// <summary>
    /// MMC as one vector: the scaled and centered target, orthogonal to the meta model, over n; empty without a meta model.
    /// </summary>
    internal double[] MmcDirection { get; init; } = [];

    /// <summary>The same against the benchmark meta model.</summary>
    internal double[] BmcDirection { get; init; } = [];

    /// <summary>ALPHA as one vector: <c>v * (t - N N'(v * t)) / n</c>; empty without neutralizers.</summary>
    internal double[] AlphaDirection { get; init; } = [];

    /// <summary>MPC as one vector; empty until a portfolio is known.</summary>
    internal double[] MpcDirection { get; init; } = [];

    /// <summary>The centered target.</summary>
    internal double[] CenteredTarget { get; init; } = [];

    /// <summary>Neutralizers and weights of the rows that have a target; null without neutralizers.</summary>
    internal NeutralizedWeighting? Weighting { get; init; }

    /// <summary>
    /// Adds a complete portfolio, as summed by <see cref="RoundScorer.AccumulatePortfolio"/> over all staked models, so that MPC can be
    /// scored.
    /// </summary>
    /// <param name="portfolio">One sum per row that has a target, of norm15 ranks times stake over total stake.</param>
    public TargetScoring WithPortfolio(ReadOnlySpan<double> portfolio)
    {
        if (portfolio.Length != Rows)
        {
            throw new ArgumentException($"The portfolio has {portfolio.Length} rows, but {Rows} rows have a target.");
        }

        return Weighting is null ? this : this with { MpcDirection = Weighting.ContributionDirection(portfolio, CenteredTarget) };
    }
}
