using BenchmarkDotNet.Attributes;
using Numerai.Scoring.Benchmarking;
using Numerai.Scoring.Ranking;
using Numerai.Scoring.Rounds;

namespace Numerai.Benchmarks.Scoring;

/// <summary>Stages of scoring a round of 1,000 models, on one thread and on all.</summary>
[MemoryDiagnoser]
public class RoundScoringBenchmarks
{
    private SyntheticRound round = null!;
    private ushort[] codes = null!;
    private double[] shares = null!;
    private double[] metaModel = null!;
    private RankTables tables = null!;
    private RoundScorer scorer = null!;
    private TargetScoring target = null!;
    private BlockScores corr = null!;
    private BlockScores contribution = null!;
    private BlockScores featureNeutral = null!;
    private BlockScores weights = null!;

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        round = new SyntheticRound(new ScoringBenchmarkOptions());
        tables = new RankTables(round.Rows);
        codes = new ushort[round.Predictions.Length];
        RankCodes.TieKept(round.Predictions, round.Rows, codes, Threads);
        shares = [.. round.Stakes.Select(stake => stake / round.Stakes.Sum())];
        metaModel = new double[round.Rows];
        WeightedRanks.Accumulate(tables, codes, shares, metaModel, Threads);
        scorer = new RoundScorer(
            new RoundInputs
            {
                Rows = round.Rows,
                MetaModel = metaModel,
                Features = round.Features,
                Neutralizers = round.Neutralizers,
                SampleWeights = round.SampleWeights,
            },
            new ScoringOptions { Threads = Threads });
        target = scorer.PrepareTarget(round.Target);
        double[] portfolio = new double[target.Rows];
        scorer.AccumulatePortfolio(codes, shares, target, portfolio);
        target = target.WithPortfolio(portfolio);
        corr = new BlockScores(round.Models, ScoreKinds.Corr);
        contribution = new BlockScores(round.Models, ScoreKinds.Mmc);
        featureNeutral = new BlockScores(round.Models, ScoreKinds.Fnc);
        weights = new BlockScores(round.Models, ScoreKinds.Alpha | ScoreKinds.Mpc);
    }

    [Benchmark]
    public void RankAndGaussianize() => RankCodes.TieKept(round.Predictions, round.Rows, codes, Threads);

    [Benchmark]
    public void MetaModel() => WeightedRanks.Accumulate(tables, codes, shares, new double[round.Rows], Threads);

    [Benchmark]
    public TargetScoring PrepareTarget() => scorer.PrepareTarget(round.Target);

    [Benchmark]
    public void Corr() => scorer.Score(codes, target, corr);

    [Benchmark]
    public void Mmc() => scorer.Score(codes, target, contribution);

    [Benchmark]
    public void Fnc() => scorer.Score(codes, target, featureNeutral);

    [Benchmark]
    public void AlphaAndMpc() => scorer.Score(codes, target, weights);
}
