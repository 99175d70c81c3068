using System.Data.Common;
using Npgsql;
using Numerai.Storage.Postgres;

namespace Numerai.Storage.Tests.Postgres;

/// <summary>Which writes are made again, and how often.</summary>
public sealed class PostgresAttemptsTests
{
    private int _attempts;

    public static TheoryData<string?, bool, bool> Faults => new()
    {
        { PostgresErrorCodes.SerializationFailure, false, true },
        { PostgresErrorCodes.DeadlockDetected, false, true },
        { PostgresErrorCodes.LockNotAvailable, false, true },
        { null, true, true },
        { null, false, false },
        { PostgresErrorCodes.TooManyConnections, true, false },
        { PostgresErrorCodes.AdminShutdown, true, false },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_write_is_made_again_where_nothing_happened_or_where_it_could_not_happen_twice(
        string? state, bool mayBeAgain, bool again)
    {
        var fault = await Record.ExceptionAsync(() => PostgresAttempts.RunAsync(
            () => ++_attempts == 2 ? Task.FromResult("written") : Task.FromException<string>(Fault(state)), () => mayBeAgain));

        Assert.Equal(again, fault is null);
        Assert.Equal(again ? 2 : 1, _attempts);
    }

    [Fact]
    public async Task A_write_is_made_at_most_five_times()
    {
        await Assert.ThrowsAsync<NpgsqlException>(() => PostgresAttempts.RunAsync(
            () =>
            {
                _attempts++;
                return Task.FromException<string>(Fault(null));
            },
            () => true));

        Assert.Equal(5, _attempts);
    }

    /// <summary>What the server says, or a connection that is gone.</summary>
    private static DbException Fault(string? state) => state is null
        ? new NpgsqlException("gone", new IOException("gone"))
        : new PostgresException("no", "ERROR", "ERROR", state);
}
