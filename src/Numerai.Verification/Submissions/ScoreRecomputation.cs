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
        var scores = new BlockScores(1, ScoreKinds.Corr | ScoreKinds.Mmc | ScoreKinds.Bmc | ScoreKinds.Cwmm);
        scorer.Score(
            valid.ToRankCodes(new RankWorkspace()), scorer.PrepareTarget(Vector(documents, CommitmentKinds.Target, universe.Rows)), scores);
        var named = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            [ScoreNames.Corr] = scores.Corr[0],
            [ScoreNames.Mmc] = scores.Mmc[0],
            [ScoreNames.Bmc] = scores.Bmc[0],
            [ScoreNames.Cwmm] = scores.Cwmm[0],
        };
        return (named.Where(score => double.IsFinite(score.Value))
            .ToDictionary(score => score.Key, score => PublishedScore.Round(score.Value), StringComparer.Ordinal), null);
    }

    private static double[] Vector(IReadOnlyDictionary<string, byte[]> documents, string kind, int rows) =>
        documents.TryGetValue(kind, out var content) ? VectorObject.Read(content, rows) : [];
}
