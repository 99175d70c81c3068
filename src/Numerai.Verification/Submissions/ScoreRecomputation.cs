using Numerai.Data.Submissions;
using Numerai.Scoring.Ranking;
using Numerai.Scoring.Rounds;
using Numerai.Scoring.Statistics;
using Numerai.Tournament.Commitments;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Scoring;
using Numerai.Tournament.Settings;
using Numerai.Tournament.Submissions;

namespace Numerai.Verification.Submissions;

/// <summary>Scores a submission file again from what its round committed to.</summary>
internal static class ScoreRecomputation
{
    /// <summary>Scores by name, or why the file can't be scored on this round's ids.</summary>
    public static (IReadOnlyDictionary<string, double>? Scores, string? Refusal) Run(
        byte[] file, TournamentSettings settings, IReadOnlyDictionary<string, byte[]> documents)
    {
        var universe = Universe.FromBytes(documents[CommitmentKinds.Universe]);
        var format = SubmissionFormats.Of(settings.Submission);
        var (valid, refusal) = SubmissionIntake.Read(file, format, SubmissionUniverse.Of(format.KeyColumns[0], universe.Ids));
        if (valid is null)
        {
            return (null, refusal!.Message);
        }

        var scorer = new RoundScorer(new RoundInputs
        {
            Rows = universe.Rows,
            MetaModel = Vector(documents, CommitmentKinds.MetaModel, universe.Rows),
            BenchmarkMetaModel = Vector(documents, CommitmentKinds.BenchmarkMetaModel, universe.Rows),
        });
        var columns = TargetColumns.Of(settings.Tournament).Length;
        var targets = Vector(documents, CommitmentKinds.Target, columns * universe.Rows);
        var codes = valid.ToRankCodes(new RankWorkspace());
        var named = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var plan in ScorePlan.Of(settings.Tournament))
        {
            var target = targets.AsSpan(plan.Target * universe.Rows, universe.Rows);
            if (target.ContainsAnyExcept(double.NaN))
            {
                Score(scorer, codes, target, plan, Recomputable(settings), named);
            }
        }

        return (named, null);
    }

    /// <summary>
    /// Scores that need nothing but committed documents. Where MMC and CWMM are taken against a naive-weighted meta model, which is not one of
    /// them, they are left out.
    /// </summary>
    private static ScoreKinds Recomputable(TournamentSettings settings) => settings.MetaModel is null
        ? ScoreKinds.Corr | ScoreKinds.Mmc | ScoreKinds.Bmc | ScoreKinds.Cwmm
        : ScoreKinds.Corr | ScoreKinds.Bmc;

    private static void Score(
        RoundScorer scorer, ushort[] codes, ReadOnlySpan<double> target, ScorePlan plan, ScoreKinds kinds, Dictionary<string, double> named)
    {
        var scores = new BlockScores(1, plan.Kinds & kinds);
        scorer.Score(codes, scorer.PrepareTarget(target), scores);
        foreach (var (kind, name) in plan.Names.Where(score => kinds.HasFlag(score.Kind) && double.IsFinite(scores[score.Kind][0])))
        {
            named[name] = PublishedScore.Round(scores[kind][0]);
        }
    }

    private static double[] Vector(IReadOnlyDictionary<string, byte[]> documents, string kind, int rows) =>
        documents.TryGetValue(kind, out var content) ? VectorObject.Read(content, rows) : [];
}
