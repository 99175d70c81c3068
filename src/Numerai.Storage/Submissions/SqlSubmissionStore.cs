using System.Data.Common;
using Dapper;
using Numerai.Contracts;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Submissions;

namespace Numerai.Storage.Submissions;

/// <summary>Submissions in tables. Sealing and accepting exclude each other because both are whole transactions.</summary>
/// <param name="database">Where everything is.</param>
/// <param name="sealing">
/// The same database for seals, where writes to it do not exclude each other anyway: writes here may exclude only those there.
/// </param>
public sealed class SqlSubmissionStore(IDatabase database, IDatabase? sealing = null) : ISubmissionStore
{
    private const int CodesPerQuery = 64;

    /// <inheritdoc/>
    public Task<SubmissionRecord> AcceptAsync(SubmissionRecord record, ReadOnlyMemory<ushort> codes)
    {
        var content = StoredCodes.Pack(codes.Span);
        return database.WriteAsync(async connection =>
        {
            if (await FindAsync(connection, record.Id) is { } first)
            {
                return first;
            }

            var accepted = SubmissionRules.Accepted(record, await IsSealedAsync(connection, record.Round));
            await connection.ExecuteAsync(SubmissionSql.Insert, SubmissionRow.Of(accepted));
            await connection.ExecuteAsync(SubmissionSql.InsertCodes, new { id = record.Id.ToString(), codes = content });
            return accepted;
        });
    }

    /// <inheritdoc/>
    public Task<SubmissionRecord> AssignAsync(
        SubmissionId submission, RoundId round, string universeSha256, ReadOnlyMemory<ushort> codes, Movement? movement = null)
    {
        var content = StoredCodes.Pack(codes.Span);
        return database.WriteAsync(async connection =>
        {
            var record = await FindAsync(connection, submission) ?? throw SubmissionRules.Unknown(submission);
            var assigned = SubmissionRules.Assigned(record, round, universeSha256, await IsSealedAsync(connection, round), movement);
            if (assigned != record)
            {
                await connection.ExecuteAsync(SubmissionSql.Update, SubmissionRow.Of(assigned));
                await connection.ExecuteAsync(SubmissionSql.UpdateCodes, new { id = submission.ToString(), codes = content });
            }

            return assigned;
        });
    }

    /// <inheritdoc/>
    public Task RejectAsync(SubmissionId submission, string code, string message) => database.WriteAsync(async connection =>
    {
        var record = await FindAsync(connection, submission) ?? throw SubmissionRules.Unknown(submission);
        return await connection.ExecuteAsync(SubmissionSql.Update, SubmissionRow.Of(SubmissionRules.Rejected(record, code, message)));
    });

    /// <inheritdoc/>
    public Task SealAsync(RoundId round) =>
        (sealing ?? database).WriteAsync(connection => connection.ExecuteAsync(SubmissionSql.Seal, Of(round)));

    /// <inheritdoc/>
    public Task<bool> IsSealedAsync(RoundId round) => database.ReadAsync(connection => IsSealedAsync(connection, round));

    /// <inheritdoc/>
    public Task<IReadOnlyList<SubmissionRecord>> SelectedAsync(RoundId round) => QueryAsync(SubmissionSql.Selected, Of(round));

    /// <inheritdoc/>
    public async Task<SubmissionRecord?> SelectedAsync(RoundId round, ModelId model)
    {
        var found = await QueryAsync(
            SubmissionSql.SelectedOfModel, new { tournament = round.Tournament.Number, round = round.Number, model = model.ToString() });
        return found.Count == 0 ? null : found[0];
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<SubmissionRecord>> LateAsync(RoundId round) => QueryAsync(SubmissionSql.Late, Of(round));

    /// <inheritdoc/>
    public Task<IReadOnlyList<SubmissionRecord>> QueuedAsync(TournamentId tournament) =>
        QueryAsync(SubmissionSql.Queued, new { tournament = tournament.Number });

    /// <inheritdoc/>
    public Task<SubmissionRecord?> FindAsync(SubmissionId submission) =>
        database.ReadAsync(connection => FindAsync(connection, submission));

    /// <inheritdoc/>
    public Task<IReadOnlyList<SubmissionRecord>> OfModelAsync(ModelId model, int limit) =>
        QueryAsync(SubmissionSql.OfModel, new { model = model.ToString(), limit });

    /// <inheritdoc/>
    public async Task ReadCodesAsync(IReadOnlyList<SubmissionId> submissions, int rows, Memory<ushort> destination)
    {
        for (var first = 0; first < submissions.Count; first += CodesPerQuery)
        {
            var ids = submissions.Skip(first).Take(CodesPerQuery).Select(submission => submission.ToString()).ToList();
            var found = await database.ReadAsync(
                connection => connection.QueryAsync<CodesRow>(SubmissionSql.Codes(connection), new { ids }));
            var byId = found.ToDictionary(row => row.Id, StringComparer.Ordinal);
            for (var place = 0; place < ids.Count; place++)
            {
                var row = byId.GetValueOrDefault(ids[place]) ?? throw SubmissionRules.Unknown(submissions[first + place]);
                StoredCodes.Unpack(row.Id, row.Codes, destination.Span.Slice((first + place) * rows, rows));
            }
        }
    }

    private static object Of(RoundId round) => new { tournament = round.Tournament.Number, round = round.Number };

    private static async Task<SubmissionRecord?> FindAsync(DbConnection connection, SubmissionId submission) =>
        (await connection.QuerySingleOrDefaultAsync<SubmissionRow>(SubmissionSql.Find, new { id = submission.ToString() }))?.ToRecord();

    private static async Task<bool> IsSealedAsync(DbConnection connection, RoundId? round) =>
        round is { } known && await connection.ExecuteScalarAsync<int>(SubmissionSql.IsSealed, Of(known)) > 0;

    private async Task<IReadOnlyList<SubmissionRecord>> QueryAsync(string statement, object parameters)
    {
        var rows = await database.ReadAsync(connection => connection.QueryAsync<SubmissionRow>(statement, parameters));
        return [.. rows.Select(row => row.ToRecord())];
    }

    private sealed class CodesRow
    {
        public string Id { get; init; } = string.Empty;

        public byte[] Codes { get; init; } = [];
    }
}
