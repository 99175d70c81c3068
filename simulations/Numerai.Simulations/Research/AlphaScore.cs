using Numerai.Scoring.LinearAlgebra;
using Numerai.Scoring.Ranking;
using Numerai.Scoring.Rounds;
using Numerai.Scoring.Statistics;
using Numerai.Simulations.Markets;

namespace Numerai.Simulations.Research;

/// <summary>ALPHA of any vector, with the neutralizers and sample weights of the round's universe, as its submissions are scored.</summary>
internal sealed class AlphaScore : IMetaModelScore
{
    private readonly RoundScorer _scorer;
    private readonly TargetScoring _target;
    private readonly RankWorkspace _workspace;

    public AlphaScore(MarketEra era)
    {
        var basis = era.Signals!;
        var rows = era.Ids.Length;
        _scorer = new RoundScorer(new RoundInputs
        {
            Rows = rows,
            Neutralizers = new ColumnMatrix(rows, basis.Neutralizers.Count, basis.Neutralizers.SelectMany(column => column).ToArray()),
            SampleWeights = basis.SampleWeights,
        });
        _target = _scorer.PrepareTarget(Array.ConvertAll(era.Targets[0], value => (double)value));
        _workspace = new RankWorkspace();
    }

    public double Of(double[]? predictions)
    {
        if (predictions is null || double.IsNaN(predictions[0]) || Moments.IsConstant(predictions))
        {
            return double.NaN;
        }

        var codes = new ushort[predictions.Length];
        RankCodes.TieKept(predictions, codes, _workspace);
        var scores = new BlockScores(1, ScoreKinds.Alpha);
        _scorer.Score(codes, _target, scores);
        return PublishedScore.Round(scores[ScoreKinds.Alpha][0]);
    }
}
