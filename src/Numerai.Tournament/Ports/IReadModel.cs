using Numerai.Tournament.Identity;
using Numerai.Tournament.Ledger;
using Numerai.Tournament.Rounds;

namespace Numerai.Tournament.Ports;

/// <summary>
/// What people look at: tables fed by the actors' events. They may lag behind the actors for a moment, so no decision reads them.
/// Lists are ordered as their names say and paged by limit and offset.
/// </summary>
public interface IReadModel
{
    Task<IReadOnlyList<AccountId>> AccountsAsync();

    Task<ModelRow?> FindModelAsync(TournamentId tournament, string name);

    Task<IReadOnlyList<ModelRow>> ModelsAsync(TournamentId? tournament, AccountId? owner);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<RoundRow>> RoundsAsync(TournamentId? tournament, int limit, int offset);

    /// <summary>By round (newest first), day, model and score name.</summary>
    Task<IReadOnlyList<ScoreRow>> ScoresAsync(ScoreQuery query);

    /// <summary>Models by their mean of the paying scores over the last year, best first.</summary>
    Task<IReadOnlyList<LeaderboardRow>> LeaderboardAsync(TournamentId tournament, DateTimeOffset now, int limit, int offset);

    Task<IReadOnlyList<PayoutRow>> PayoutsAsync(ModelId? model, RoundId? round);

    /// <summary>Entries of one chain, oldest first; of all chains when <paramref name="chain"/> is null.</summary>
    Task<IReadOnlyList<LedgerEntry>> LedgerAsync(string? chain, int limit, int offset);

    /// <summary>The ledger's balance of every account that was ever used.</summary>
    Task<IReadOnlyDictionary<string, Money.Nmr>> LedgerBalancesAsync();
}

public sealed record ModelRow(
    ModelId Id, TournamentId Tournament, string Name, AccountId Owner, string Username, DateTimeOffset Created, Money.Nmr Stake, Money.Nmr Pending);

public sealed record RoundRow(
    RoundId Id,
    RoundPhase Phase,
    DateTimeOffset Opens,
    DateTimeOffset Closes,
    DateTimeOffset Resolves,
    int Submissions,
    Money.Nmr AtRisk,
    decimal? PayoutFactor,
    int ScoredDay,
    Money.Nmr Paid,
    Money.Nmr Burned,
    string? MerkleRoot);

/// <param name="Score">"corr", "mmc", "bmc", "fnc", "cwmm" ...</param>
/// <param name="Value">Published value (9 decimals), null where it could not be computed.</param>
/// <param name="Percentile">Share of the round's models scored at or below, 0..1.</param>
public sealed record ScoreRow(
    RoundId Round, int Day, bool Final, ModelId Model, string ModelName, string Username, string Score, double? Value, double? Percentile, DateTimeOffset Published);

/// <param name="Day">Null for all days, 0 for the latest day of each round.</param>
public sealed record ScoreQuery(
    TournamentId? Tournament, RoundId? Round, ModelId? Model, string? Score, int? Day, int Limit, int Offset);

/// <param name="Reputation">1-year mean of each score by name.</param>
/// <param name="Rounds">Rounds with final scores that the means are over.</param>
/// <param name="Earned">Payouts minus burns over the year.</param>
public sealed record LeaderboardRow(
    int Rank, ModelId Model, string ModelName, string Username, Money.Nmr Stake, IReadOnlyDictionary<string, double> Reputation, int Rounds, Money.Nmr Earned);

public sealed record PayoutRow(
    RoundId Round, ModelId Model, string ModelName, string Username, Money.Nmr AtRisk, decimal Multiplier, Money.Nmr Payout, Money.Nmr Burn, DateTimeOffset Resolved);
