using System.Collections.Concurrent;
using Numerai.Scoring.LinearAlgebra;
using Numerai.Scoring.Ranking;
using Numerai.Scoring.Statistics;

namespace Numerai.Scoring.Rounds;

/// <summary>
/// Scores every model of a round. What models share is worked out once: rank tables, the orthonormal basis of the features, and per target
/// one vector per score. Models come in blocks of any size as rank codes; blocks may be scored by several callers at once.
/// </summary>
/// <remarks>
/// A model's scores depend on nothing but its codes, the round's inputs and the target: not on the block it came in, the number of
/// threads or the machine's vector width.
/// </remarks>
public sealed class RoundScorer
{
    private readonly RoundInputs inputs;
    private readonly ScoringOptions options;
    private readonly Lazy<OrthonormalBasis?> featureBasis;
    private readonly double[] metaModelDirection;
    private readonly ConcurrentBag<ScoringScratch> scratches = [];

    /// <summary>Prepares a round.</summary>
    /// <exception cref="ScoringException"><c>contains_nans</c> when a shared vector holds a NaN, <c>not_aligned</c> when one has another length.</exception>
    public RoundScorer(RoundInputs inputs, ScoringOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        this.inputs = inputs;
        this.options = options ?? new ScoringOptions();
        Tables = new RankTables(inputs.Rows);
        RoundInputsGuard.Check(inputs);
        featureBasis = new(() => inputs.Features is null ? null : OrthonormalBasis.Of(inputs.Features, withConstant: true));
        metaModelDirection = inputs.MetaModel.IsEmpty ? [] : TargetPreparation.UnitLength(inputs.MetaModel.ToArray());
    }

    /// <summary>The number of rows n of the universe.</summary>
    public int Rows => inputs.Rows;

    /// <summary>Rank tables of the universe.</summary>
    public RankTables Tables { get; }

    /// <summary>
    /// Makes a target ready for scoring. Rows whose target is NaN drop out of CORR, MMC, BMC, ALPHA and MPC, whose ranks are then taken over
    /// the remaining rows; FNC neutralizes over all rows first.
    /// </summary>
    /// <param name="target">n values.</param>
    /// <param name="targetOptions">Whether to take the power 1.5, and how many rows may be missing.</param>
    /// <exception cref="ScoringException"><c>not_enough_overlap_s1</c> when too many rows have no target.</exception>
    public TargetScoring PrepareTarget(ReadOnlySpan<double> target, TargetOptions? targetOptions = null)
    {
        if (target.Length != Rows)
        {
            throw new ArgumentException($"The target has {target.Length} rows, the universe {Rows}.", nameof(target));
        }

        return TargetPreparation.Prepare(inputs, Tables, target, targetOptions ?? new TargetOptions());
    }

    /// <summary>
    /// Adds a block's share of the portfolio MPC is measured against: the sum of norm15 ranks times stake share, over the rows that have
    /// a target. Reduce over all blocks of staked models in a fixed order, then call <see cref="TargetScoring.WithPortfolio"/>.
    /// </summary>
    /// <param name="codes">Rank codes, model after model.</param>
    /// <param name="stakeShares">Per model, its stake over the total stake of the round (not of the block); NaN counts as 0.</param>
    /// <param name="target">The prepared target.</param>
    /// <param name="portfolio">Running sums, one per row that has a target.</param>
    public void AccumulatePortfolio(
        ReadOnlyMemory<ushort> codes, ReadOnlyMemory<double> stakeShares, TargetScoring target, Memory<double> portfolio)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (target.SelectedRows is null)
        {
            WeightedRanks.Accumulate(Tables, power: true, codes, stakeShares, portfolio, options.Threads);
            return;
        }

        ScoringScratch scratch = Rent();
        for (int model = 0; model < stakeShares.Length; model++)
        {
            Memory<ushort> subset = scratch.Codes.AsMemory(0, target.Rows);
            RankCodes.Subset(codes.Span.Slice(model * Rows, Rows), target.SelectedRows, subset.Span, scratch.Ranking);
            WeightedRanks.Accumulate(target.Tables, power: true, subset, stakeShares.Slice(model, 1), portfolio, threads: 1);
        }

        scratches.Add(scratch);
    }

    /// <summary>Scores a block of models against a prepared target.</summary>
    /// <param name="codes">Rank codes over all n rows, model after model: models * n values.</param>
    /// <param name="target">The prepared target.</param>
    /// <param name="scores">Receives the scores it asks for; it must have room for the block's models.</param>
    public void Score(ReadOnlyMemory<ushort> codes, TargetScoring target, BlockScores scores)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(scores);
        int models = Math.DivRem(codes.Length, Rows, out int rest);
        if (rest != 0 || models > scores.Models)
        {
            throw new ArgumentException(
                $"{codes.Length} codes are not {scores.Models} or fewer models of {Rows} rows.", nameof(codes));
        }

        Parallel.For(0, models, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, Rent, (model, _, scratch) =>
        {
            ScoreModel(codes.Span.Slice(model * Rows, Rows), target, scores, model, scratch);
            return scratch;
        }, scratches.Add);
    }

    private ScoringScratch Rent() => scratches.TryTake(out ScoringScratch? scratch) ? scratch : new ScoringScratch(Rows);

    private void ScoreModel(ReadOnlySpan<ushort> codes, TargetScoring target, BlockScores scores, int model, ScoringScratch scratch)
    {
        ScoreRanks(codes, target, scores, model, scratch);
        if (scores.Kinds.HasFlag(ScoreKinds.Cwmm))
        {
            Tables.GaussianizeAndPower(codes, scratch.Power);
            scores.Cwmm[model] = Correlate(scratch.Power, metaModelDirection);
        }

        if (scores.Kinds.HasFlag(ScoreKinds.Fnc))
        {
            scores.Fnc[model] = featureBasis.Value is OrthonormalBasis basis ? FeatureNeutral(codes, basis, target, scratch) : double.NaN;
        }
    }

    private static void ScoreRanks(ReadOnlySpan<ushort> codes, TargetScoring target, BlockScores scores, int model, ScoringScratch scratch)
    {
        ReadOnlySpan<ushort> own = codes;
        if (target.SelectedRows is int[] selected)
        {
            Span<ushort> subset = scratch.Codes.AsSpan(0, selected.Length);
            RankCodes.Subset(codes, selected, subset, scratch.Ranking);
            own = subset;
        }

        Span<double> gaussian = scratch.Gaussian.AsSpan(0, own.Length);
        Span<double> power = scratch.Power.AsSpan(0, own.Length);
        target.Tables.Gaussianize(own, gaussian);
        target.Tables.GaussianizeAndPower(own, power);
        Write(scores.Mmc, model, Product(gaussian, target.MmcDirection));
        Write(scores.Bmc, model, Product(gaussian, target.BmcDirection));
        Write(scores.Corr, model, Correlate(power, target.CorrDirection));
        Write(scores.Alpha, model, Product(power, target.AlphaDirection));
        Write(scores.Mpc, model, Product(power, target.MpcDirection));
    }

    private double FeatureNeutral(ReadOnlySpan<ushort> codes, OrthonormalBasis basis, TargetScoring target, ScoringScratch scratch)
    {
        Span<double> values = scratch.Gaussian.AsSpan(0, codes.Length);
        Tables.Gaussianize(codes, values);
        basis.Neutralize(values);
        ReadOnlySpan<double> kept = values;
        if (target.SelectedRows is int[] selected)
        {
            for (int place = 0; place < selected.Length; place++)
            {
                scratch.Selected[place] = values[selected[place]];
            }

            kept = scratch.Selected.AsSpan(0, selected.Length);
        }

        Span<ushort> ranks = scratch.Codes.AsSpan(0, kept.Length);
        RankCodes.TieKept(kept, ranks, scratch.Ranking);
        Span<double> power = scratch.Power.AsSpan(0, kept.Length);
        target.Tables.GaussianizeAndPower(ranks, power);
        return Correlate(power, target.CorrDirection);
    }

    private static void Write(double[] scores, int model, double score)
    {
        if (scores.Length > 0)
        {
            scores[model] = score;
        }
    }

    private static double Product(ReadOnlySpan<double> values, double[] direction) =>
        direction.Length == 0 ? double.NaN : FixedLanes.Dot(values, direction);

    /// <summary>Pearson with a centered direction of length one; centering that side is enough for the product.</summary>
    private static double Correlate(ReadOnlySpan<double> values, double[] direction)
    {
        if (direction.Length == 0)
        {
            return double.NaN;
        }

        double sum = FixedLanes.Sum(values);
        double squares = FixedLanes.Dot(values, values) - (sum * sum / values.Length);
        return Correlation.FromMoments(FixedLanes.Dot(values, direction), squares, 1);
    }
}
