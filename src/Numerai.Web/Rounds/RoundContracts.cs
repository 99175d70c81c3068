using Numerai.Contracts;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Settlement;
using Numerai.Tournament.Standings.Rows;

namespace Numerai.Web.Rounds;

/// <summary>A round in a list; it may lag behind the round itself for a moment.</summary>
internal sealed record RoundSummaryResponse(
    RoundId Id,
    TournamentId Tournament,
    int Number,
    RoundPhase Phase,
    DateTimeOffset Opens,
    DateTimeOffset Closes,
    DateTimeOffset Resolves,
    int Submissions,
    Nmr AtRisk,
    decimal? PayoutFactor,
    int ScoredDay,
    Nmr Paid,
    Nmr Burned,
    string? MerkleRoot)
{
    public static RoundSummaryResponse Of(RoundRow row) => new(
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
}

/// <param name="Resolves">When the last day's scores are due.</param>
/// <param name="Resolved">When it resolved, else null.</param>
/// <param name="Working">What the round is in the middle of, or null.</param>
/// <param name="Universe">Day of the universe the round stands on; null where it stands on a live file.</param>
/// <param name="Step">How the step under way stands that <paramref name="Working"/> names, or null.</param>
internal sealed record RoundResponse(
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
    DateOnly? Universe,
    RoundStepResponse? Step)
{
    /// <summary>With all that is known of a step under way.</summary>
    public static RoundResponse ForOperator(RoundView view) => Of(view) with
    {
        Step = view.Step is { } step ? RoundStepResponse.Of(step) : null,
    };

    public static RoundResponse Of(RoundView view) => new(
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
        view.Step is { } step ? RoundStepResponse.Public(step) : null);
}

internal sealed record SettlementResponse(
    RoundId Round, string MerkleRoot, Nmr Paid, Nmr Burned, IReadOnlyList<SettlementEntry> Entries);
