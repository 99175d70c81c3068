using System.Data.Common;
using Dapper;

namespace Numerai.Storage.Tests.Postgres;

/// <summary>Writes that wait for one lane share the cost of a commit, and nothing else.</summary>
public sealed class PostgresSharedTransactionTests(PostgresServer server) : IAsyncLifetime
{
    private const int Writers = 10;

    private readonly PostgresFixture _postgres = new(server);
    private IDatabase _lane = null!;

    [Fact]
    public async Task Writes_that_wait_together_are_committed_in_one_transaction()
    {
        var transactions = await BehindABusyLaneAsync((connection, writer) => InsertAsync(connection, writer));

        Assert.Single((await Task.WhenAll(transactions)).Distinct());
        Assert.Equal(Enumerable.Range(0, Writers), await StoredAsync());
    }

    [Fact]
    public async Task A_write_that_throws_fails_alone_and_the_others_are_committed()
    {
        var writes = await BehindABusyLaneAsync(async (connection, writer) =>
        {
            var transaction = await InsertAsync(connection, writer);
            return writer == 4 ? throw new InvalidOperationException("no") : transaction;
        });

        await Assert.ThrowsAsync<InvalidOperationException>(() => writes[4]);
        await Task.WhenAll(writes.Where((_, writer) => writer != 4));
        Assert.Equal(Enumerable.Range(0, Writers).Where(writer => writer != 4), await StoredAsync());
    }

    [Fact]
    public async Task A_write_that_breaks_a_rule_of_the_database_fails_alone()
    {
        var writes = await BehindABusyLaneAsync((connection, writer) => InsertAsync(connection, writer == 7 ? 6 : writer));

        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => writes[7]);
        Assert.Equal(Enumerable.Range(0, Writers).Where(writer => writer != 7), await StoredAsync());
    }

    public async ValueTask InitializeAsync()
    {
        await _postgres.InitializeAsync();
        _lane = _postgres.Database.ExclusiveTogether("together");
        await _lane.WriteAsync(connection => connection.ExecuteAsync("CREATE TABLE written (writer INTEGER PRIMARY KEY)"));
    }

    public ValueTask DisposeAsync() => _postgres.DisposeAsync();

    /// <summary>Starts writes while another one has the lane, and then lets that one end.</summary>
    private async Task<Task<long>[]> BehindABusyLaneAsync(Func<DbConnection, int, Task<long>> work)
    {
        var busy = new TaskCompletionSource();
        var first = _lane.WriteAsync(async _ =>
        {
            await busy.Task;
            return 0;
        });
        var writes = Enumerable.Range(0, Writers).Select(writer => _lane.WriteAsync(connection => work(connection, writer))).ToArray();
        busy.SetResult();
        await first;
        await Task.WhenAny(Task.WhenAll(writes));
        return writes;
    }

    private static async Task<long> InsertAsync(DbConnection connection, int writer)
    {
        await connection.ExecuteAsync("INSERT INTO written (writer) VALUES (@writer)", new { writer });
        return await connection.ExecuteScalarAsync<long>("SELECT txid_current()");
    }

    private async Task<IEnumerable<int>> StoredAsync() =>
        await _lane.ReadAsync(connection => connection.QueryAsync<int>("SELECT writer FROM written ORDER BY writer"));
}
