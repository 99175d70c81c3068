using Numerai.Data.Submissions;
using Numerai.Scoring.Indexed;
using Numerai.Scoring.LinearAlgebra;
using Numerai.Scoring.Metrics;
using Numerai.Scoring.Ranking;
using Numerai.Scoring.Rounds;
using Numerai.Scoring.Statistics;

namespace Numerai.Data.Signals;

/// <summary>Scores a signal on one day of history as a round of that day would.</summary>
internal static class SignalDayScorer
{
    private const double LeastTargetShare = 0.8;
    private static readonly double[] _whole = [1];

    private static readonly (string Target, (ScoreKinds Kind, string Name)[] Scores)[] _portfolioPlan =
    [
        ("target", [(ScoreKinds.Alpha, "alpha"), (ScoreKinds.Mpc, "mpc")]),
        ("target_factor_feat_neutral", [(ScoreKinds.Corr, "corr_v4"), (ScoreKinds.Fnc, "fnc_v4")]),
        ("target_factor_neutral", [(ScoreKinds.Corr, "ric"), (ScoreKinds.Mmc, "mmc"), (ScoreKinds.Cwmm, "cwmm")]),
        ("target_raw_return", [(ScoreKinds.Corr, "ic_v2")]),
    ];

    private static readonly (string Target, (ScoreKinds Kind, string Name)[] Scores)[] _rankPlan =
    [
        ("target", [(ScoreKinds.Corr, "corr"), (ScoreKinds.Mmc, "mmc"), (ScoreKinds.Fnc, "fnc"), (ScoreKinds.Cwmm, "cwmm")]),
    ];

    /// <summary>Scores by name, those that exist; none when no target is known.</summary>
    public static Dictionary<string, double> Scores(ushort[] codes, SignalHistoryDay day)
    {
        var scorer = new RoundScorer(day.Inputs, new ScoringOptions { Threads = 1 });
        var named = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (column,
            wanted) in (day.Inputs.Neutralizers is null ? _rankPlan : _portfolioPlan).Where(step => day.Table.Has(step.Target)))
        {
            var values = day.Table.Doubles(column);
            if (values.Count(value => !double.IsNaN(value)) < LeastTargetShare * values.Length)
            {
                continue;
            }

            var target = Prepare(scorer, values, day.Inputs);
            var scores = new BlockScores(1, wanted.Aggregate(ScoreKinds.None, (kinds, score) => kinds | score.Kind));
            scorer.Score(codes, target, scores);
            foreach (var (kind, name) in wanted.Where(score => double.IsFinite(scores[score.Kind][0])))
            {
                named[name] = PublishedScore.Round(scores[kind][0]);
            }
        }

        return named;
    }

    /// <summary>What churn and turnover compare.</summary>
    public static SubmissionSnapshot Snapshot(ushort[] codes, SignalHistoryDay day)
    {
        string[] ids = [.. day.Universe.Ids];
        var norm15 = new double[ids.Length];
        new RankTables(ids.Length).GaussianizeAndPower(codes, norm15);
        var weights = new double[ids.Length];
        double[] sampleWeights = day.Inputs.SampleWeights.IsEmpty
            ? [.. Enumerable.Repeat(1.0, ids.Length)]
            : day.Inputs.SampleWeights.ToArray();
        NeutralizedWeights.Compute(
            norm15, day.Inputs.Neutralizers ?? new ColumnMatrix(ids.Length, 0, ReadOnlyMemory<double>.Empty), sampleWeights, weights);
        NeutralizedWeights.CenterAndNormalize(weights, weights);
        return new SubmissionSnapshot(
            IndexedFrame.Series(ids, Array.ConvertAll(codes, code => (double)code)), IndexedFrame.Series(ids, weights));
    }

    /// <summary>The portfolio that MPC adds to is the meta model's, as if it were the one staked model: whose stakes stood behind which
    /// signal is not part of a published history.</summary>
    private static TargetScoring Prepare(RoundScorer scorer, double[] values, RoundInputs inputs)
    {
        var target = scorer.PrepareTarget(values);
        if (inputs.MetaModel.IsEmpty || inputs.Neutralizers is null)
        {
            return target;
        }

        var codes = new ushort[inputs.Rows];
        RankCodes.TieKept(inputs.MetaModel.Span, codes, new RankWorkspace());
        var portfolio = new double[target.Rows];
        scorer.AccumulatePortfolio(codes, _whole, target, portfolio);
        return target.WithPortfolio(portfolio);
    }
}
