using System.Collections.Concurrent;
using Numerai.Scoring.LinearAlgebra;
using Numerai.Scoring.Ranking;

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
    private readonly Lazy<FeatureNeutralizer?> featureNeutralizer;
    private readonly double[] metaModelDirection;
    private readonly ConcurrentBag<ScoringScratch> scratches = [];

    /// <summary>Prepares a round.</summary>
    /// <exception cref="ScoringException"><c>contains_nans</c> when a shared vector holds a NaN, <c>not_aligned</c> when one has another
    /// length.</exception>
    public RoundScorer(RoundInputs inputs, ScoringOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        this.inputs = inputs;
        this.options = options ?? new ScoringOptions();
        Tables = new RankTables(inputs.Rows);
        RoundInputsGuard.Check(inputs);
        featureNeutralizer = new(
            () => inputs.Features is null ? null : FeatureNeutralizer.Of(inputs.Features, Tables, this.options.Threads));
        metaModelDirection = inputs.MetaModel.IsEmpty ? [] : TargetPreparation.UnitLength(inputs.MetaModel.ToArray());
    }

    /// <summary>The number of rows n of the universe.</summary>
    public int Rows => inputs.Rows;

    /// <summary>Rank tables of the universe.</summary>
    public RankTables Tables { get; }

    /// <summary>
    /// Makes a target ready for scoring. Rows whose target is NaN drop out of CORR, MMC, BMC, ALPHA and MPC, whose ranks are then taken
    /// over the remaining rows; FNC neutralizes over all rows first.
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

        FeatureNeutralizer? neutralizer = scores.Kinds.HasFlag(ScoreKinds.Fnc) ? featureNeutralizer.Value : null;
        int blocks = BlockCount(models);
        int tiles = TilesPerBlock(blocks, models);
        Parallel.For(0, blocks, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, Rent, (block, _, scratch) =>
        {
            int first = FirstModel(block, blocks, models);
            int count = FirstModel(block + 1, blocks, models) - first;
            if (neutralizer is not null)
            {
                scratch.Reserve(neutralizer, tiles);
            }

            ScoreBlock(codes.Span.Slice(first * Rows, count * Rows), first, count, neutralizer, target, scores, scratch);
            return scratch;
        }, scratches.Add);
    }

    /// <summary>The feature-neutral part of scoring up to its matrix products, for measuring those.</summary>
    internal void NeutralizeOnly(ReadOnlyMemory<ushort> codes)
    {
        int models = codes.Length / Rows;
        int blocks = BlockCount(models);
        int tiles = TilesPerBlock(blocks, models);
        FeatureNeutralizer neutralizer = featureNeutralizer.Value ?? throw new InvalidOperationException("The round has no features.");
        Parallel.For(0, blocks, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, Rent, (block, _, scratch) =>
        {
            int first = FirstModel(block, blocks, models);
            int count = FirstModel(block + 1, blocks, models) - first;
            scratch.Reserve(neutralizer, tiles);
            ReadOnlySpan<ushort> own = codes.Span.Slice(first * Rows, count * Rows);
            neutralizer.Explain(own, count, scratch);
            for (int tile = 0; tile * TileKernels.TileWidth < count; tile++)
            {
                neutralizer.Neutralize(own, count, tile, scratch);
            }

            return scratch;
        }, scratches.Add);
    }

    private ScoringScratch Rent() => scratches.TryTake(out ScoringScratch? scratch) ? scratch : new ScoringScratch(Rows);

    /// <summary>Enough blocks for the asked size, and a multiple of the threads so that all of them finish together.</summary>
    private int BlockCount(int models)
    {
        int blocks = ((models - 1) / Math.Max(options.ModelsPerBlock, 1)) + 1;
        return models == 0 ? 0 : Math.Min((blocks + options.Threads - 1) / options.Threads * options.Threads, models);
    }

    /// <summary>Blocks begin at whole tiles, because a tile costs the same however many models stand in it.</summary>
    private static int FirstModel(int block, int blocks, int models)
    {
        int tiles = ((models - 1) / TileKernels.TileWidth) + 1;
        return Math.Min((int)((long)block * tiles / blocks) * TileKernels.TileWidth, models);
    }

    /// <summary>
    /// Tiles of the largest block. Blocks differ by one tile; reserving for the largest at once leaves no outgrown buffer behind.
    /// </summary>
    private static int TilesPerBlock(int blocks, int models)
    {
        int tiles = ((models - 1) / TileKernels.TileWidth) + 1;
        return blocks == 0 ? 0 : ((tiles - 1) / blocks) + 1;
    }

    private void ScoreBlock(
        ReadOnlySpan<ushort> codes,
        int first,
        int models,
        FeatureNeutralizer? neutralizer,
        TargetScoring target,
        BlockScores scores,
        ScoringScratch scratch)
    {
        for (int model = 0; model < models; model++)
        {
            ReadOnlySpan<ushort> own = codes.Slice(model * Rows, Rows);
            ModelScoring.ScoreRanks(own, target, scores, first + model, scratch);
            if (scores.Cwmm.Length > 0)
            {
                Tables.GaussianizeAndPower(own, scratch.Power);
                scores.Cwmm[first + model] = ModelScoring.Correlate(scratch.Power, metaModelDirection);
            }
        }

        if (scores.Fnc.Length > 0 && models > 0)
        {
            ScoreFeatureNeutral(codes, first, models, neutralizer, target, scores, scratch);
        }
    }

    private static void ScoreFeatureNeutral(
        ReadOnlySpan<ushort> codes,
        int first,
        int models,
        FeatureNeutralizer? neutralizer,
        TargetScoring target,
        BlockScores scores,
        ScoringScratch scratch)
    {
        if (neutralizer is null)
        {
            scores.Fnc.AsSpan(first, models).Fill(double.NaN);
            return;
        }

        neutralizer.Explain(codes, models, scratch);
        for (int tile = 0; tile * TileKernels.TileWidth < models; tile++)
        {
            int count = neutralizer.Neutralize(codes, models, tile, scratch);
            for (int model = 0; model < count; model++)
            {
                ReadOnlySpan<double> own = scratch.Residuals.AsSpan(model * scratch.Rows, scratch.Rows);
                scores.Fnc[first + (tile * TileKernels.TileWidth) + model] = ModelScoring.ScoreResiduals(own, target, scratch);
            }
        }
    }
}
