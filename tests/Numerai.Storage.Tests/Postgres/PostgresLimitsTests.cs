using Dapper;
using Npgsql;
using Numerai.Storage.Postgres;
using Numerai.Tournament.Ports;

namespace Numerai.Storage.Tests.Postgres;

/// <summary>A process that holds something and does not go on holds it for seconds: the server takes it away.</summary>
public sealed class PostgresLimitsTests(PostgresServer server) : IAsyncLifetime
{
    private string _connectionString = string.Empty;
    private PostgresDatabase _database = null!;

    public static TheoryData<bool> Lanes => [false, true];

    [Theory]
    [MemberData(nameof(Lanes))]
    public async Task A_process_frozen_in_a_transaction_loses_its_lock_and_when_it_wakes_does_its_write_once(bool together)
    {
        await using var frozen = await PostgresDatabase.OpenAsync(With("-c idle_in_transaction_session_timeout=300"));
        var (holds, wakes, attempts) = (new TaskCompletionSource(), new TaskCompletionSource(), 0);
        var write = LaneOf(frozen, together).WriteAsync(async connection =>
        {
            if (++attempts == 1)
            {
                holds.SetResult();
                await wakes.Task;
            }

            return await connection.ExecuteAsync("INSERT INTO written VALUES ('frozen')");
        });
        await holds.Task;

        // It comes by only when the server has taken the lock away: nobody else gives it back.
        await LaneOf(_database, together).WriteAsync(connection => connection.ExecuteAsync("INSERT INTO written VALUES ('other')"));

        Assert.False(write.IsCompleted);
        wakes.SetResult();
        await write;
        Assert.Equal(2, attempts);
        Assert.Equal(["other", "frozen"], await WrittenAsync());
    }

    [Fact]
    public async Task A_lock_that_is_not_to_be_had_is_a_fault_that_passes_and_nothing_of_the_write_has_happened()
    {
        await using var waiting = await PostgresDatabase.OpenAsync(With("-c lock_timeout=50"));
        await _database.Exclusive("lane").WriteAsync(async _ =>
        {
            var fault = await Assert.ThrowsAsync<PostgresException>(() => waiting.Exclusive("lane").WriteAsync(
                connection => connection.ExecuteAsync("INSERT INTO written VALUES ('late')")));
            Assert.Equal(PostgresErrorCodes.LockNotAvailable, fault.SqlState);
            Assert.True(DatabaseFaults.MayPass(fault));
            return 0;
        });

        Assert.Empty(await WrittenAsync());
    }

    [Fact]
    public async Task A_statement_that_takes_too_long_is_a_fault_that_passes()
    {
        await using var hurried = await PostgresDatabase.OpenAsync(With("-c statement_timeout=50"));

        var fault = await Assert.ThrowsAsync<PostgresException>(
            () => hurried.Concurrent.ReadAsync(connection => connection.ExecuteAsync("SELECT pg_sleep(600)")));

        Assert.Equal(PostgresErrorCodes.QueryCanceled, fault.SqlState);
        Assert.True(DatabaseFaults.MayPass(fault));
    }

    [Fact]
    public async Task Long_work_has_limits_of_its_own_whatever_is_written()
    {
        await using var hurried = await PostgresDatabase.OpenAsync(With("-c statement_timeout=50"));

        // Longer than the limit of statements; migrations, which ran when it was opened, and imports are done over the same connections.
        await hurried.Concurrent.ReadLongAsync(connection => connection.ExecuteAsync("SELECT pg_sleep(0.2)"));

        Assert.Equal(
            "30min", await hurried.Concurrent.ReadLongAsync(connection => connection.ExecuteScalarAsync<string>("SHOW statement_timeout")));
    }

    [Theory]
    [InlineData(PostgresUse.Stores)]
    [InlineData(PostgresUse.Membership)]
    [InlineData(PostgresUse.Reminders)]
    public async Task Every_connection_begins_with_the_limits(PostgresUse use)
    {
        await using var connection = new NpgsqlConnection(PostgresConnectionText.Of(_connectionString, use));
        await connection.OpenAsync(TestContext.Current.CancellationToken);

        foreach (var (name, value) in new[]
        {
            ("idle_in_transaction_session_timeout", "4s"), ("lock_timeout", "15s"), ("statement_timeout", "25s"),
            ("tcp_user_timeout", "10000"), ("tcp_keepalives_idle", "10"),
        })
        {
            Assert.Equal(value, await connection.ExecuteScalarAsync<string>($"SHOW {name}"));
        }
    }

    [Theory]
    [InlineData("53300", true)]
    [InlineData("57P01", true)]
    [InlineData("57P03", true)]
    [InlineData("57014", true)]
    [InlineData("25P03", true)]
    [InlineData("55P03", true)]
    [InlineData("25006", true)]
    [InlineData("08006", true)]
    [InlineData("40001", true)]
    [InlineData("57P04", false)]
    [InlineData("23505", false)]
    [InlineData("42601", false)]
    public void Whether_a_fault_passes_by_itself_is_told_by_its_state(string state, bool passes) =>
        Assert.Equal(passes, DatabaseFaults.MayPass(new PostgresException("no", "ERROR", "ERROR", state)));

    public async ValueTask InitializeAsync()
    {
        _connectionString = await server.NewDatabaseAsync();
        _database = await PostgresDatabase.OpenAsync(_connectionString);
        await _database.Concurrent.WriteAsync(connection => connection.ExecuteAsync("CREATE TABLE written (writer TEXT)"));
    }

    public ValueTask DisposeAsync() => _database?.DisposeAsync() ?? ValueTask.CompletedTask;

    private string With(string options) => new NpgsqlConnectionStringBuilder(_connectionString) { Options = options }.ConnectionString;

    private static IDatabase LaneOf(PostgresDatabase database, bool together) =>
        together ? database.ExclusiveTogether("lane") : database.Exclusive("lane");

    private Task<IEnumerable<string>> WrittenAsync() =>
        _database.Concurrent.ReadAsync(connection => connection.QueryAsync<string>("SELECT writer FROM written"));
}
