using Dapper;
using Microsoft.Data.Sqlite;
using Numerai.Storage.Sqlite;

namespace Numerai.Storage.Tests.Sqlite;

public sealed class SqliteDatabaseTests : IAsyncDisposable
{
    private readonly SqliteFixture _sqlite = new();

    private SqliteDatabase Database => _sqlite.Database;

    [Fact]
    public async Task The_file_is_in_write_ahead_mode_with_foreign_keys_on()
    {
        var mode = await Database.WriteAsync(connection => connection.ExecuteScalarAsync<string>("PRAGMA journal_mode"));
        var keys = await Database.WriteAsync(connection => connection.ExecuteScalarAsync<int>("PRAGMA foreign_keys"));

        Assert.Equal("wal", mode);
        Assert.Equal(1, keys);
    }

    [Theory]
    [InlineData(SqliteDurability.Process, 1)]
    [InlineData(SqliteDurability.Power, 2)]
    public async Task Durability_sets_what_a_commit_waits_for(SqliteDurability durability, int synchronous)
    {
        await using var database = SqliteDatabase.Open(new SqliteDatabaseOptions(_sqlite.FilePath, durability));

        Assert.Equal(synchronous, await database.WriteAsync(connection => connection.ExecuteScalarAsync<int>("PRAGMA synchronous")));
    }

    [Fact]
    public async Task A_write_that_throws_leaves_nothing_behind_and_takes_no_other_write_with_it()
    {
        var writes = Enumerable.Range(0, 200).Select(number => Database.WriteAsync(async connection =>
        {
            await connection.ExecuteAsync("INSERT INTO sealed_rounds (tournament, round) VALUES (8, @number)", new { number });
            return number % 3 == 0 ? throw new InvalidOperationException("no") : number;
        })).ToList();
        foreach (var (number, write) in writes.Index())
        {
            if (number % 3 == 0)
            {
                await Assert.ThrowsAsync<InvalidOperationException>(() => write);
            }
            else
            {
                Assert.Equal(number, await write);
            }
        }

        var stored = await Database.ReadAsync(connection => connection.QueryAsync<int>("SELECT round FROM sealed_rounds ORDER BY round"));
        Assert.Equal(Enumerable.Range(0, 200).Where(number => number % 3 != 0), stored);
    }

    [Fact]
    public async Task A_read_sees_one_commit_even_when_a_write_comes_in_between_its_statements()
    {
        const string Count = "SELECT count(*) FROM sealed_rounds";
        var counts = await Database.ReadAsync(async connection =>
        {
            var before = await connection.ExecuteScalarAsync<int>(Count);
            await Database.WriteAsync(writer => writer.ExecuteAsync("INSERT INTO sealed_rounds (tournament, round) VALUES (8, 1)"));
            return (before, after: await connection.ExecuteScalarAsync<int>(Count));
        });

        Assert.Equal((0, 0), counts);
        Assert.Equal(1, await Database.ReadAsync(connection => connection.ExecuteScalarAsync<int>(Count)));
    }

    [Fact]
    public async Task A_read_cannot_write() => await Assert.ThrowsAsync<SqliteException>(() => Database.ReadAsync(
        connection => connection.ExecuteAsync("INSERT INTO sealed_rounds (tournament, round) VALUES (8, 1)")));

    [Fact]
    public async Task A_write_that_waits_for_something_else_is_refused()
    {
        var never = new TaskCompletionSource<int>();

        await Assert.ThrowsAsync<InvalidOperationException>(() => Database.WriteAsync(_ => never.Task));
    }

    [Fact]
    public async Task A_file_of_a_newer_program_is_refused_with_a_sentence()
    {
        await Database.WriteAsync(connection => connection.ExecuteAsync("PRAGMA user_version = 999"));
        await Database.DisposeAsync();

        var fault = Assert.Throws<DatabaseRefusedException>(() => SqliteDatabase.Open(new SqliteDatabaseOptions(_sqlite.FilePath)));
        Assert.Equal(DatabaseRefusedException.Unfit, fault.Code);
        Assert.Contains("newer program", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disposed_database_says_so()
    {
        await Database.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(
            () => Database.ReadAsync(connection => connection.ExecuteScalarAsync<int>("SELECT 1")));
    }

    public ValueTask DisposeAsync() => _sqlite.DisposeAsync();
}
