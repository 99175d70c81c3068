using Numerai.Contracts;
using Numerai.Verification.Audits;

namespace Numerai.Cli.Demo.Daily;

/// <summary>Everything a daily demonstration ends with, as the server tells it.</summary>
internal sealed record DailyDemoOutcome(
    DailyDemoPlan Plan,
    IReadOnlyList<LeaderboardRow> Leaderboard,
    IReadOnlyList<Score> Scores,
    IReadOnlyList<Settlement> Settlements,
    IReadOnlyList<(SignalModel Model, Submission Submission)> Submissions,
    Conservation Conservation,
    AuditReport Audit)
{
    public IReadOnlyDictionary<string, SignalModel> Models { get; } =
        Submissions.Select(submitted => submitted.Model).Distinct().ToDictionary(model => model.Name, StringComparer.Ordinal);
}
