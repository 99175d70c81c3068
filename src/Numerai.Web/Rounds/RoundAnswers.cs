using Numerai.Contracts;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Standings.Rows;

namespace Numerai.Web.Rounds;

/// <summary>Rounds as REST tells of them.</summary>
internal static class RoundAnswers
{
    /// <summary>It may lag behind the round itself for a moment.</summary>
    public static RoundSummary Answer(this RoundRow row) => new(
        row.Id,
        row.Id.Tournament,
        row.Id.Number,
        row.Phase,
        row.Opens,
        row.Closes,
        row.Resolves,
        row.Submissions,
        row.AtRisk,
        row.PayoutFactor,
        row.ScoredDay,
        row.Paid,
        row.Burned,
        row.MerkleRoot);

    /// <summary>With all that is known of a step under way.</summary>
    public static Round AnswerOperator(this RoundView view) => view.Answer() with
    {
        Step = view.Step?.AnswerOperator(),
    };

    public static Round Answer(this RoundView view) => new(
        view.Id,
        view.Id.Tournament,
        view.Id.Number,
        view.Phase,
        view.Calendar.Opens,
        view.Calendar.Closes,
        view.Calendar.FirstScore,
        view.Calendar.Resolves,
        view.Resolved,
        view.LiveDataset,
        view.BenchmarkDataset,
        view.Submissions,
        view.AtRisk,
        view.PayoutFactor,
        view.ScoredDay,
        view.Settings.Scoring.Days,
        view.Paid,
        view.Burned,
        view.MerkleRoot,
        view.CancelReason,
        view.Working,
        view.Settings,
        view.Basis?.Date,
        view.Step?.Answer());
}
