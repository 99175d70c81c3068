using Numerai.Contracts;
using Numerai.Scoring.Rounds;
using Numerai.Scoring.Statistics;
using Numerai.Tournament.Ledger.Commitments;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Tournament.Rounds.Scoring;

namespace Numerai.Verification.Submissions;

/// <summary>Scores a submission again from what its round committed to.</summary>
internal static class ScoreRecomputation
{
    /// <summary>Scores by name. A score without its inputs is left out.</summary>
    /// <param name="codes">The submission's rank codes on the round's ids.</param>
    public static Dictionary<string, double> Run(ushort[] codes, TournamentSettings settings, ScoreInputs inputs)
    {
        var scorer = new RoundScorer(inputs.ForScorer());
        var columns = Tournaments.Of(settings.Tournament).Targets.Length;
        var targets = inputs.Vector(CommitmentKinds.Target);
        if (targets.Length != columns * scorer.Rows)
        {
            throw new InvalidDataException($"The target has {targets.Length} values; {columns} columns of {scorer.Rows} rows are needed.");
        }

        var portfolio = inputs.Vector(CommitmentKinds.Portfolio);
        var named = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var plan in Tournaments.Of(settings.Tournament).Scores)
        {
            var values = targets.AsSpan(plan.Target * scorer.Rows, scorer.Rows);
            if (values.ContainsAnyExcept(double.NaN))
            {
                var target = scorer.PrepareTarget(values);
                var measured = portfolio.Length > 0 && plan.Kinds.HasFlag(ScoreKinds.Mpc) ? target.WithPortfolio(portfolio) : target;
                Score(scorer, codes, measured, plan, named);
            }
        }

        return named;
    }

    private static void Score(RoundScorer scorer, ushort[] codes, TargetScoring target, ScorePlan plan, Dictionary<string, double> named)
    {
        var scores = new BlockScores(1, plan.Kinds);
        scorer.Score(codes, target, scores);
        foreach (var (kind, name) in plan.Names.Where(score => double.IsFinite(scores[score.Kind][0])))
        {
            named[name] = PublishedScore.Round(scores[kind][0]);
        }
    }
}
