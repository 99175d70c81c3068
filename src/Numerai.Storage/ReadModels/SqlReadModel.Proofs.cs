using System.Text;
using Dapper;
using Numerai.Contracts;
using Numerai.Tournament.Ledger.Checkpoints;
using Numerai.Tournament.Ledger.Commitments;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Standings.Rows;

namespace Numerai.Storage.ReadModels;

/// <content>What the books are checked with: published order, commitments, checkpoints.</content>
public sealed partial class SqlReadModel
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<PositionedLedgerEntry>> LedgerAfterAsync(long position, int limit)
    {
        var rows = await database.ReadAsync(connection =>
            connection.QueryAsync<StoredLedgerEntry>(ProofSql.LedgerAfter, new { position, limit }));
        return [.. rows.Select(row => new PositionedLedgerEntry(row.Position, row.ToEntry()))];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Commitment>> CommitmentsAsync(RoundId round)
    {
        var rows = await database.ReadAsync(connection => connection.QueryAsync<StoredCommitment>(
            ProofSql.CommitmentsOfRound, new { tournament = round.Tournament.Number, round = round.Number }));
        return [.. rows.Select(row => row.ToCommitment())];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Commitment>> AllCommitmentsAsync(int limit, int offset)
    {
        var rows = await database.ReadAsync(connection =>
            connection.QueryAsync<StoredCommitment>(ProofSql.AllCommitments, new { limit, offset }));
        return [.. rows.Select(row => row.ToCommitment())];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LedgerCheckpoint>> CheckpointsAsync(int limit, int offset)
    {
        var rows = await database.ReadAsync(connection => connection.QueryAsync<string>(ProofSql.Checkpoints, new { limit, offset }));
        return [.. rows.Select(Checkpoint)];
    }

    /// <inheritdoc/>
    public async Task<LedgerCheckpoint?> FindCheckpointAsync(int number)
    {
        var json = await database.ReadAsync(connection =>
            connection.QuerySingleOrDefaultAsync<string>(ProofSql.FindCheckpoint, new { number }));
        return json is null ? null : Checkpoint(json);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ChainHead>> HeadsAtAsync(LedgerCheckpoint checkpoint)
    {
        var rows = await database.ReadLongAsync(connection => connection.QueryAsync<StoredSnapshotRow>(
            ProofSql.HeadsAt, new { entries = checkpoint.Entries, commitments = checkpoint.Commitments }));
        return [.. rows.Select(row => new ChainHead(row.Name, row.Number, row.Text))];
    }

    /// <inheritdoc/>
    public async Task<LedgerSnapshot> LedgerSnapshotAsync()
    {
        var rows = (await database.ReadLongAsync(connection => connection.QueryAsync<StoredSnapshotRow>(ProofSql.Snapshot)))
            .ToLookup(row => row.Kind);
        return new LedgerSnapshot(
            rows["entries"].Single().Number,
            rows["commitments"].Single().Number,
            [.. rows["head"].Select(row => new ChainHead(row.Name, row.Number, row.Text))],
            rows["balance"].ToDictionary(row => row.Name, row => Nmr.Parse(row.Text), StringComparer.Ordinal));
    }

    private static LedgerCheckpoint Checkpoint(string json) => StoredJson.Read<LedgerCheckpoint>(Encoding.UTF8.GetBytes(json));
}
