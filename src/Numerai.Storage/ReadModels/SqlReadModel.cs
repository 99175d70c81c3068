using Dapper;
using Numerai.Contracts;
using Numerai.Tournament.Ledger;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Standings.Rows;

namespace Numerai.Storage.ReadModels;

/// <summary>Reads the tables that <see cref="Events.SqlEventPublisher"/> writes.</summary>
public sealed partial class SqlReadModel(IDatabase database) : IReadModel
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<AccountId>> AccountsAsync()
    {
        var ids = await database.ReadAsync(connection => connection.QueryAsync<string>(ReadModelSql.Accounts));
        return [.. ids.Select(id => new AccountId(Guid.Parse(id)))];
    }

    /// <inheritdoc/>
    public async Task<ModelRow?> FindModelAsync(TournamentId tournament, string name)
    {
        var row = await database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<StoredModel>(
            ReadModelSql.FindModel, new { tournament = tournament.Number, name }));
        return row?.ToRow();
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ModelRow>> ModelsAsync(TournamentId? tournament, AccountId? owner, int limit, int offset)
    {
        var rows = await database.ReadAsync(connection => connection.QueryAsync<StoredModel>(
            ReadModelSql.ListModels, new { tournament = tournament?.Number, owner = owner?.ToString(), limit, offset }));
        return [.. rows.Select(row => row.ToRow())];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RoundRow>> RoundsAsync(TournamentId? tournament, int limit, int offset)
    {
        var rows = await database.ReadAsync(connection => connection.QueryAsync<StoredRound>(
            ReadModelSql.Rounds, new { tournament = tournament?.Number, limit, offset }));
        return [.. rows.Select(row => row.ToRow())];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ScoreRow>> ScoresAsync(ScoreQuery query)
    {
        var (statement, parameters) = ScoreQuerySql.Of(query);
        var rows = await database.ReadAsync(connection => connection.QueryAsync<StoredScore>(statement, parameters));
        return [.. rows.Select(row => row.ToRow())];
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Over on-time final scores of rounds resolved in the 365 days before <paramref name="now"/>; late submissions are scored after part
    /// of the returns is known, so they do not count. Ranked by the sum of the means of the scores that pay in the tournament by default
    /// (such as corr and mmc; a missing one counts as 0), ties by name. "Earned" is the settled payouts minus burns of those rounds.
    /// </remarks>
    public Task<IReadOnlyList<LeaderboardRow>> LeaderboardAsync(TournamentId tournament, DateTimeOffset now, int limit, int offset) =>
        database.ReadAsync(connection => Leaderboard.ReadAsync(connection, tournament, now, limit, offset));

    /// <inheritdoc/>
    /// <remarks>Newest first, then by model.</remarks>
    public async Task<IReadOnlyList<PayoutRow>> PayoutsAsync(ModelId? model, RoundId? round)
    {
        string[] conditions = [
            .. model is null ? [] : (string[])[ReadModelSql.OfModel], .. round is null ? [] : (string[])[ReadModelSql.OfRound]];
        var where = conditions.Length == 0 ? string.Empty : " WHERE " + string.Join(" AND ", conditions);
        var rows = await database.ReadAsync(connection => connection.QueryAsync<StoredPayout>(
            ReadModelSql.Payouts + where + ReadModelSql.PayoutsOrder,
            new { model = model?.ToString(), tournament = round?.Tournament.Number, round = round?.Number }));
        return [.. rows.Select(row => row.ToRow())];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AgreementRow>> AgreementsAsync(string? kind, AccountId? party, int limit, int offset)
    {
        var rows = await database.ReadAsync(connection => connection.QueryAsync<StoredAgreement>(
            ReadModelSql.Agreements, new { kind, party = party?.ToString(), limit, offset }));
        return [.. rows.Select(row => row.ToRow())];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LedgerEntry>> LedgerAsync(string? chain, int limit, int offset)
    {
        var statement = chain is null ? ReadModelSql.LedgerOfAll : ReadModelSql.LedgerOfChain;
        var rows = await database.ReadAsync(connection =>
            connection.QueryAsync<StoredLedgerEntry>(statement, new { chain, limit, offset }));
        return [.. rows.Select(row => row.ToEntry())];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LedgerEntry>> LedgerOfRoundAsync(RoundId round)
    {
        var rows = await database.ReadAsync(connection =>
            connection.QueryAsync<StoredLedgerEntry>(ReadModelSql.LedgerOfRound, new { round = round.ToString() }));
        return [.. rows.Select(row => row.ToEntry())];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Alert>> AlertsAsync(bool standing, int limit, int offset)
    {
        var rows = await database.ReadAsync(connection => connection.QueryAsync<StoredAlert>(
            standing ? ReadModelSql.StandingAlerts : ReadModelSql.Alerts, new { limit, offset }));
        return [.. rows.Select(row => row.ToRow())];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, Nmr>> LedgerBalancesAsync()
    {
        var rows = await database.ReadAsync(connection => connection.QueryAsync<StoredBalance>(ReadModelSql.Balances));
        return rows.ToDictionary(row => row.Account, row => Nmr.Parse(row.Amount), StringComparer.Ordinal);
    }
}
