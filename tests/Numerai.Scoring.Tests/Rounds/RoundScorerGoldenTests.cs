using Numerai.Golden;
using Numerai.Scoring.Indexed;
using Numerai.Scoring.LinearAlgebra;
using Numerai.Scoring.Ranking;
using Numerai.Scoring.Rounds;
using Numerai.Scoring.Tests.Golden;

namespace Numerai.Scoring.Tests.Rounds;

public sealed class RoundScorerGoldenTests
{
    private static readonly Dictionary<string, ScoreKinds> Kinds = new()
    {
        ["numerai_corr"] = ScoreKinds.Corr,
        ["correlation_contribution"] = ScoreKinds.Mmc,
        ["feature_neutral_corr"] = ScoreKinds.Fnc,
        ["alpha"] = ScoreKinds.Alpha,
        ["meta_portfolio_contribution"] = ScoreKinds.Mpc,
    };

    /// <summary>The round scorer takes other ways than the named functions, so the reference checks it too, on the midsize round.</summary>
    [Fact]
    public void The_round_scorer_agrees_with_the_reference()
    {
        GoldenFolder.Require();
        GoldenTally tally = new();
        foreach (GoldenCase golden in GoldenFolder.Files().Where(file => file.StartsWith("midsize",
            StringComparison.Ordinal)).SelectMany(GoldenCase.ReadAll)
            .Where(golden => Kinds.ContainsKey(golden.Function) && golden.Whole("top_bottom") == 0))
        {
            tally.Run(golden, c => Score(c, Kinds[c.Function]), (c, scores) => Compare(tally, c, scores), _ => null);
        }

        tally.Finish("round scorer (midsize)");
    }

    private static Dictionary<string, double> Score(GoldenCase golden, ScoreKinds kind)
    {
        string[] ids = [.. ScoringFunctions.Frame(golden["predictions"]).Ids.Order(StringComparer.Ordinal)];
        IndexedFrame predictions = Aligned(golden, "predictions", ids)!;
        IndexedFrame? neutralizers = Aligned(golden, "neutralizers", ids);
        IndexedFrame? features = Aligned(golden, "features", ids);
        RoundScorer scorer = new(new RoundInputs
        {
            Rows = ids.Length,
            MetaModel = Aligned(golden, "meta_model", ids)?.Only ?? [],
            Features = features is null ? null : Matrix(features),
            Neutralizers = neutralizers is null ? null : Matrix(neutralizers),
            SampleWeights = Aligned(golden, "sample_weights", ids)?.Only ?? [],
        });
        ushort[] codes = new ushort[ids.Length * predictions.Values.Length];
        RankCodes.TieKept(predictions.Values.SelectMany(column => column).ToArray(), ids.Length, codes, threads: 2);
        TargetScoring target = scorer.PrepareTarget((Aligned(golden, "targets", ids) ?? Aligned(golden, "live_targets", ids)!).Only);
        if (kind == ScoreKinds.Mpc)
        {
            target = target.WithPortfolio(Portfolio(golden, scorer, predictions, codes, target));
        }

        BlockScores scores = new(predictions.Values.Length, kind);
        scorer.Score(codes, target, scores);
        return predictions.Columns.Zip(scores[kind]).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private static double[] Portfolio(GoldenCase golden, RoundScorer scorer, IndexedFrame predictions, ushort[] codes, TargetScoring target)
    {
        IndexedFrame stakes = ScoringFunctions.Frame(golden["stakes"]);
        double total = stakes.Only.Where(stake => !double.IsNaN(stake)).Sum();
        double[] shares = [
            .. predictions.Columns.Select(name => Array.IndexOf(stakes.Ids, name)).Select(at => at < 0 ? 0 : stakes.Only[at] / total)];
        double[] portfolio = new double[target.Rows];
        scorer.AccumulatePortfolio(codes, shares, target, portfolio);
        return portfolio;
    }

    private static void Compare(GoldenTally tally, GoldenCase golden, Dictionary<string, double> scores)
    {
        string[] names = GoldenJson.Texts(golden.Expected.GetProperty("index"));
        tally.Numbers(golden, GoldenJson.Numbers(golden.Expected.GetProperty("values")), [.. names.Select(name => scores[name])], "score");
    }

    private static IndexedFrame? Aligned(GoldenCase golden, string input, string[] ids)
    {
        if (!golden.Has(input))
        {
            return null;
        }

        IndexedFrame frame = ScoringFunctions.Frame(golden[input]);
        Dictionary<string, int> rows = frame.Ids.Select((id, row) => (id, row)).ToDictionary(pair => pair.id, pair => pair.row);
        return frame.Take([.. ids.Select(id => rows[id])]);
    }

    private static ColumnMatrix Matrix(IndexedFrame frame) =>
        new(frame.Rows, frame.Values.Length, frame.Values.SelectMany(column => column).ToArray());
}
