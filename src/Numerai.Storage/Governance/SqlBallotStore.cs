using System.Data.Common;
using Dapper;
using Numerai.Contracts;
using Numerai.Tournament.Governance;
using Numerai.Tournament.Ports;

namespace Numerai.Storage.Governance;

/// <summary>Votes in a table. The first vote of an account on a proposal is the one that stays.</summary>
public sealed class SqlBallotStore(IDatabase database) : IBallotStore
{
    private const string Insert = """
        INSERT INTO votes (proposal, account, choice, power, time) VALUES (@proposal, @account, @choice, @power, @time)
        ON CONFLICT (proposal, account) DO NOTHING
        """;

    private const string Select =
        "SELECT proposal AS Proposal, account AS Account, choice AS Choice, power AS Power, time AS Time FROM votes WHERE proposal = "
            + "@proposal";

    /// <inheritdoc/>
    public Task<StoredVote> CastAsync(VoteView vote) => database.WriteAsync(async connection =>
    {
        var written = await connection.ExecuteAsync(
            Insert,
            new
            {
                proposal = vote.Proposal,
                account = vote.Account.ToString(),
                choice = vote.Choice.ToString(),
                power = vote.Power.ToString(),
                time = StoredTime.Write(vote.Time),
            });
        return written == 1 ? new StoredVote(vote, true) : new StoredVote(await FindAsync(connection, vote), false);
    });

    /// <inheritdoc/>
    public async Task<IReadOnlyList<VoteView>> VotesAsync(int proposal, AccountId? after, int limit)
    {
        var rows = await database.ReadAsync(connection => connection.QueryAsync<Row>(
            Select + " AND account > @after ORDER BY account LIMIT @limit",
            new { proposal, after = after?.ToString() ?? string.Empty, limit }));
        return [.. rows.Select(row => row.ToVote())];
    }

    private static async Task<VoteView> FindAsync(DbConnection connection, VoteView vote)
    {
        var row = await connection.QuerySingleAsync<Row>(
            Select + " AND account = @account", new { proposal = vote.Proposal, account = vote.Account.ToString() });
        return row.ToVote();
    }

    private sealed class Row
    {
        public int Proposal { get; init; }

        public string Account { get; init; } = string.Empty;

        public string Choice { get; init; } = string.Empty;

        public string Power { get; init; } = string.Empty;

        public string Time { get; init; } = string.Empty;

        public VoteView ToVote() => new(
            Proposal, new AccountId(Guid.Parse(Account)), Enum.Parse<VoteChoice>(Choice), Nmr.Parse(Power), StoredTime.Read(Time));
    }
}
