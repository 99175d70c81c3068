namespace Numerai.Contracts;

/// <summary>A round in full; see <see cref="RoundSummary"/> for the fields they share.</summary>
/// <param name="FirstScore">When the scores of day 1 are due.</param>
/// <param name="Resolves">When the last day's scores are due.</param>
/// <param name="Resolved">When it resolved, else null.</param>
/// <param name="LiveDataset">The data file to predict on.</param>
/// <param name="Working">What the round is in the middle of ("closing", "settling" ...), or null.</param>
/// <param name="Settings">The rules this round keeps.</param>
/// <param name="Universe">Day of the universe the round stands on; null where it stands on a live file.</param>
/// <param name="Step">How the step under way stands that <paramref name="Working"/> names, or null.</param>
public sealed record Round(
    RoundId Id,
    TournamentId Tournament,
    int Number,
    RoundPhase Phase,
    DateTimeOffset Opens,
    DateTimeOffset Closes,
    DateTimeOffset FirstScore,
    DateTimeOffset Resolves,
    DateTimeOffset? Resolved,
    string LiveDataset,
    string? BenchmarkDataset,
    int Submissions,
    Nmr AtRisk,
    decimal? PayoutFactor,
    int ScoredDay,
    int ScoringDays,
    Nmr Paid,
    Nmr Burned,
    string? MerkleRoot,
    string? CancelReason,
    string? Working,
    TournamentSettings Settings,
    DateOnly? Universe = null,
    RoundStepStatus? Step = null);
