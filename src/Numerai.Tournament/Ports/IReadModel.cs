using Numerai.Contracts;
using Numerai.Tournament.Ledger;
using Numerai.Tournament.Ledger.Checkpoints;
using Numerai.Tournament.Ledger.Commitments;
using Numerai.Tournament.Standings.Rows;

namespace Numerai.Tournament.Ports;

/// <summary>
/// What people look at: tables fed by the actors' events. They may lag behind the actors for a moment, so no decision reads them.
/// Lists are ordered as their names say and paged by limit and offset.
/// </summary>
public interface IReadModel : ILedgerSnapshots
{
    Task<IReadOnlyList<AccountId>> AccountsAsync();

    Task<ModelRow?> FindModelAsync(TournamentId tournament, string name);

    /// <summary>By tournament and name.</summary>
    Task<IReadOnlyList<ModelRow>> ModelsAsync(TournamentId? tournament, AccountId? owner, int limit, int offset);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<RoundRow>> RoundsAsync(TournamentId? tournament, int limit, int offset);

    /// <summary>By round (newest first), day, model and score name.</summary>
    Task<IReadOnlyList<ScoreRow>> ScoresAsync(ScoreQuery query);

    /// <summary>Models by their mean of the paying scores over the last year, best first.</summary>
    Task<IReadOnlyList<LeaderboardRow>> LeaderboardAsync(TournamentId tournament, DateTimeOffset now, int limit, int offset);

    Task<IReadOnlyList<PayoutRow>> PayoutsAsync(ModelId? model, RoundId? round);

    /// <summary>The registry of agreements, escrows and feeds, newest first.</summary>
    /// <param name="kind">See <see cref="AgreementRow.Kind"/>; null for all.</param>
    /// <param name="party">Either side; null for everybody's.</param>
    Task<IReadOnlyList<AgreementRow>> AgreementsAsync(string? kind, AccountId? party, int limit, int offset);

    /// <summary>Entries of one chain, oldest first; of all chains when <paramref name="chain"/> is null.</summary>
    Task<IReadOnlyList<LedgerEntry>> LedgerAsync(string? chain, int limit, int offset);

    /// <summary>Entries of all chains after a position, in the order in which they were published.</summary>
    Task<IReadOnlyList<PositionedLedgerEntry>> LedgerAfterAsync(long position, int limit);

    /// <summary>A round's chain of commitments, oldest first.</summary>
    Task<IReadOnlyList<Commitment>> CommitmentsAsync(RoundId round);

    /// <summary>The commitments of all rounds in the order in which they were published.</summary>
    Task<IReadOnlyList<Commitment>> AllCommitmentsAsync(int limit, int offset);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<LedgerCheckpoint>> CheckpointsAsync(int limit, int offset);

    Task<LedgerCheckpoint?> FindCheckpointAsync(int number);

    /// <summary>Where every chain ended when a checkpoint was made. Reads all that it covers, so keep what comes of it.</summary>
    Task<IReadOnlyList<ChainHead>> HeadsAtAsync(LedgerCheckpoint checkpoint);

    /// <summary>Transfers that a round caused.</summary>
    Task<IReadOnlyList<LedgerEntry>> LedgerOfRoundAsync(RoundId round);

    /// <summary>Alerts, newest first; only those that stand when <paramref name="standing"/>.</summary>
    Task<IReadOnlyList<Alert>> AlertsAsync(bool standing, int limit, int offset);

    /// <summary>The ledger's balance of every account that was ever used.</summary>
    Task<IReadOnlyDictionary<string, Nmr>> LedgerBalancesAsync();
}
