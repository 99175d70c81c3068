using Numerai.Scoring.Ranking;
using Numerai.Scoring.Rounds;
using Numerai.Scoring.Statistics;

namespace Numerai.Scoring.Benchmarking;

/// <summary>One round and the buffers its stages share.</summary>
internal sealed class SyntheticRun
{
    private readonly SyntheticRound round;
    private readonly int threads;
    private readonly ushort[] codes;
    private readonly double[] metaModel;
    private readonly double[] stakeShares;
    private readonly BlockScores scores;
    private readonly double[] churn;
    private RoundScorer scorer;
    private TargetScoring target;

    public SyntheticRun(SyntheticRound round, int threads)
        : this(round, new ushort[(long)round.Rows * round.Models], threads)
    {
    }

    private SyntheticRun(SyntheticRound round, ushort[] codes, int threads)
    {
        this.round = round;
        this.threads = threads;
        this.codes = codes;
        metaModel = new double[round.Rows];
        double total = round.Stakes.Sum();
        stakeShares = [.. round.Stakes.Select(stake => stake / total)];
        scores = new BlockScores(round.Models, ScoreKinds.All & ~ScoreKinds.Bmc);
        churn = new double[round.Models];
        scorer = null!;
        target = null!;
    }

    /// <summary>
    /// A round whose submissions are ranked as they arrive, as the platform does it: of predictions, only codes are kept.
    /// </summary>
    public static SyntheticRun OfArrivals(ScoringBenchmarkOptions options)
    {
        ushort[] codes = new ushort[(long)options.Rows * options.Models];
        SyntheticRound round = new(options, (first, predictions) =>
            RankCodes.TieKept(predictions, options.Rows, codes.AsMemory(first * options.Rows, predictions.Length), options.Threads));
        return new SyntheticRun(round, codes, options.Threads);
    }

    public void RankAndGaussianize() => RankCodes.TieKept(round.Predictions, round.Rows, codes, threads);

    public void MetaModel()
    {
        Array.Clear(metaModel);
        WeightedRanks.Accumulate(new RankTables(round.Rows), codes, stakeShares, metaModel, threads);
        WeightedRanks.Complete(metaModel, stakeShares.Sum(), metaModel);
    }

    public void Basis() => FeatureNeutralizer.Of(round.Features, new RankTables(round.Rows), threads);

    public void Score(ScoreKinds kinds) => scorer.Score(codes, target, new BlockScores(round.Models, kinds));

    public void PortfolioContribution()
    {
        double[] portfolio = new double[target.Rows];
        scorer.AccumulatePortfolio(codes, stakeShares, target, portfolio);
        scorer.Score(codes, target.WithPortfolio(portfolio), new BlockScores(round.Models, ScoreKinds.Mpc));
    }

    public void FeatureProducts() => scorer.NeutralizeOnly(codes);

    public void Churn() => Parallel.For(0, round.Models, new ParallelOptions { MaxDegreeOfParallelism = threads }, model =>
        churn[model] = Movement.Churn.OfCodes(CodesOf(model), CodesOf((model + 1) % round.Models)));

    /// <summary>Every model against every other, in the blocks the platform's scoring shards take.</summary>
    public void Comparisons()
    {
        const int shard = 256;
        RankTables tables = new(round.Rows);
        for (int own = 0; own < round.Models; own += shard)
        {
            PairwiseCorrelations pairs = new(tables, Block(own), own, threads);
            for (int other = 0; other < round.Models; other += shard)
            {
                pairs.Add(Block(other), other);
            }
        }

        ReadOnlyMemory<ushort> Block(int first) => codes.AsMemory(first * round.Rows, Math.Min(shard, round.Models - first) * round.Rows);
    }

    public void WholeRound()
    {
        RankAndGaussianize();
        ScoreRanked();
    }

    /// <summary>The round from rank codes on.</summary>
    public void ScoreRanked()
    {
        MetaModel();
        scorer = new RoundScorer(
            new RoundInputs
            {
                Rows = round.Rows,
                MetaModel = metaModel,
                Features = round.Features,
                Neutralizers = round.Neutralizers,
                SampleWeights = round.SampleWeights,
            },
            new ScoringOptions { Threads = threads });
        target = scorer.PrepareTarget(round.Target);
        double[] portfolio = new double[target.Rows];
        scorer.AccumulatePortfolio(codes, stakeShares, target, portfolio);
        target = target.WithPortfolio(portfolio);
        scorer.Score(codes, target, scores);
        Churn();
    }

    public double Checksum() => new[] { scores.Corr, scores.Mmc, scores.Fnc, scores.Cwmm, scores.Alpha, scores.Mpc, churn }
        .Sum(column => column.Sum(score => PublishedScore.Round(score)));

    private ReadOnlySpan<ushort> CodesOf(int model) => codes.AsSpan(model * round.Rows, round.Rows);
}
