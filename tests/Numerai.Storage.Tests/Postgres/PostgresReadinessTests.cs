using System.Net;
using System.Net.Sockets;
using Dapper;
using Npgsql;
using Numerai.Storage.Postgres;

namespace Numerai.Storage.Tests.Postgres;

public sealed class PostgresReadinessTests(PostgresServer server)
{
    private readonly LeapingTime _time = new();
    private readonly List<string> _told = [];

    [Fact]
    public async Task A_database_that_answers_is_not_waited_for()
    {
        await WaitAsync(await server.NewDatabaseAsync(), TimeSpan.Zero);

        Assert.Empty(_told);
    }

    [Fact]
    public async Task A_database_that_comes_up_later_is_waited_for_and_each_attempt_is_told()
    {
        await server.NewDatabaseAsync();
        using var folder = new TemporaryFolder();
        var late = PrivatePostgres.In(folder.Path);
        await late.StartAsync(durable: false);
        var connectionString = await late.DatabaseAsync("late");
        await late.StopAsync();

        await PostgresReadiness.WaitAsync(connectionString, TimeSpan.FromMinutes(1), _time, async sentence =>
        {
            _told.Add(sentence);
            if (_told.Count == 2)
            {
                await late.StartAsync(durable: false);
            }
        }, TestContext.Current.CancellationToken);

        await late.StopAsync();
        Assert.Equal(2, _told.Count);
        Assert.All(
            _told,
            sentence => Assert.StartsWith($"PostgreSQL at 127.0.0.1:{late.Port} does not answer yet", sentence, StringComparison.Ordinal));
        Assert.EndsWith("asking again for 59 s.", _told[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_never_answers_is_given_up_with_its_address()
    {
        var settings = new NpgsqlConnectionStringBuilder(await server.NewDatabaseAsync()) { Port = FreePort() };

        var refused = await Assert.ThrowsAsync<DatabaseRefusedException>(() => WaitAsync(settings.ConnectionString, TimeSpan.Zero));

        Assert.Equal(DatabaseRefusedException.Unavailable, refused.Code);
        Assert.Contains($"{settings.Host}:{settings.Port}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_does_not_exist_is_refused_at_once()
    {
        var settings = new NpgsqlConnectionStringBuilder(await server.NewDatabaseAsync()) { Database = "elsewhere" };

        var refused = await Assert.ThrowsAsync<DatabaseRefusedException>(
            () => WaitAsync(settings.ConnectionString, TimeSpan.FromMinutes(1)));

        Assert.Equal(DatabaseRefusedException.AccessDenied, refused.Code);
        Assert.Contains("elsewhere", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_not_in_UTF8_is_refused_with_the_statement_that_makes_a_fit_one()
    {
        var settings = new NpgsqlConnectionStringBuilder(await server.NewDatabaseAsync());
        await using (var connection = new NpgsqlConnection(settings.ConnectionString))
        {
            await connection.ExecuteAsync("CREATE DATABASE narrow ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
        }

        settings.Database = "narrow";
        var refused = await Assert.ThrowsAsync<DatabaseRefusedException>(
            () => WaitAsync(settings.ConnectionString, TimeSpan.FromMinutes(1)));

        Assert.Equal(DatabaseRefusedException.Unfit, refused.Code);
        Assert.Contains("SQL_ASCII", refused.Message, StringComparison.Ordinal);
        Assert.Contains("ENCODING 'UTF8'", refused.Message, StringComparison.Ordinal);
    }

    private Task WaitAsync(string connectionString, TimeSpan patience) => PostgresReadiness.WaitAsync(
        connectionString,
        patience,
        _time,
        sentence =>
        {
            _told.Add(sentence);
            return Task.CompletedTask;
        },
        TestContext.Current.CancellationToken);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>A clock that leaps over every wait.</summary>
    private sealed class LeapingTime : TimeProvider
    {
        private long _timestamp;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _timestamp;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _timestamp += dueTime.Ticks;
            callback(state);
            return System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
