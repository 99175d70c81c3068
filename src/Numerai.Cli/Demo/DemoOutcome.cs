using Numerai.Contracts;
using Numerai.Verification.Audits;

namespace Numerai.Cli.Demo;

/// <summary>Everything a demonstration ends with, as the server tells it.</summary>
internal sealed record DemoOutcome(
    IReadOnlyList<LeaderboardRow> Leaderboard,
    IReadOnlyList<Score> Scores,
    IReadOnlyList<Settlement> Settlements,
    IReadOnlyList<DemoEra> Eras,
    string BestModel,
    TreasuryBalance Treasury,
    Conservation Conservation,
    AuditReport Audit,
    IReadOnlyDictionary<string, DemoModelKind> Kinds);
