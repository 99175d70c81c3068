using System.Globalization;

namespace Numerai.Storage.Postgres;

/// <summary>
/// How long a connection may keep others waiting. The server enforces it, since a process that is frozen, or a machine that is gone, can't:
/// what it held is free again after seconds.
/// </summary>
/// <param name="IdleInTransaction">Between two statements of a transaction, which here wait for nothing but its own statements.</param>
/// <param name="Lock">For a lock that another transaction holds.</param>
/// <param name="Statement">One statement, waiting included.</param>
public sealed record PostgresLimits(TimeSpan IdleInTransaction, TimeSpan Lock, TimeSpan Statement)
{
    /// <summary>Until an idle connection is asked for a sign of life.</summary>
    internal const int SecondsOfSilence = 10;

    internal const int SecondsBetweenProbes = 3;

    private const int ProbesUntilGone = 3;

    /// <summary>
    /// Until the server gives up a client whose machine does not acknowledge, or whose process does not read, what it is sent.
    /// </summary>
    private static readonly TimeSpan _unread = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan _driverWaitsLonger = TimeSpan.FromSeconds(5);

    private static readonly PostgresLimits _usual = new(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(25));

    private static readonly PostgresLimits _long = new(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(30));

    public static PostgresLimits Of(PostgresUse use) => use == PostgresUse.LongWork ? _long : _usual;

    /// <summary>After which the driver gives a command up: later than the server, which says what happened.</summary>
    internal int CommandTimeoutSeconds => (int)(Statement + _driverWaitsLonger).TotalSeconds;

    /// <summary>Settings that a session starts with, as in <c>-c name=value</c>.</summary>
    internal string Options => string.Create(
        CultureInfo.InvariantCulture,
        $"-c idle_in_transaction_session_timeout={IdleInTransaction.TotalMilliseconds} -c lock_timeout={Lock.TotalMilliseconds} -c "
            + $"statement_timeout={Statement.TotalMilliseconds} ")
        + string.Create(
            CultureInfo.InvariantCulture,
            $"-c tcp_user_timeout={_unread.TotalMilliseconds} -c tcp_keepalives_idle={SecondsOfSilence} ")
        + string.Create(
            CultureInfo.InvariantCulture, $"-c tcp_keepalives_interval={SecondsBetweenProbes} -c tcp_keepalives_count={ProbesUntilGone}");
}
