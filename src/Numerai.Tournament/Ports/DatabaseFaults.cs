using System.Data.Common;

namespace Numerai.Tournament.Ports;

/// <summary>
/// The one place that tells faults of a database apart, by their SQLSTATE: what another writer or a limit cut off, what passes by itself,
/// and what will not. Storage repeats by it, grains translate by it, and the edge answers by it.
/// </summary>
public static class DatabaseFaults
{
    private const string UniqueViolation = "23505";
    private const string SerializationFailure = "40001";
    private const string DeadlockDetected = "40P01";
    private const string IdleInTransactionTimeout = "25P03";
    private const string LockNotAvailable = "55P03";
    private const string ReadOnlyTransaction = "25006";
    private const string QueryCanceled = "57014";
    private const string DatabaseDropped = "57P04";

    /// <summary>
    /// Another writer was first, or the server took the transaction away because it kept a lock waiting or waited for one too long: nothing
    /// of it happened, and the same work may succeed at once.
    /// </summary>
    public static bool CanRunAgain(DbException fault) => fault.SqlState is
        UniqueViolation or SerializationFailure or DeadlockDetected or IdleInTransactionTimeout or LockNotAvailable;

    /// <summary>The server can't be reached, has no room, or a lock is not to be had: whoever comes next would hear the same.</summary>
    public static bool IsAway(DbException fault) =>
        fault.SqlState is null or IdleInTransactionTimeout or LockNotAvailable or ReadOnlyTransaction
        ? MayPass(fault)
        : Class(fault) is "08" or "53" || (Class(fault) == "57" && fault.SqlState is not (QueryCanceled or DatabaseDropped));

    /// <summary>
    /// It may be better in a moment: too many connections, a server that restarts or is a standby now, a statement or transaction that a
    /// limit cut off.
    /// </summary>
    public static bool MayPass(DbException fault) => fault.IsTransient
        || fault.SqlState is SerializationFailure or DeadlockDetected or IdleInTransactionTimeout or LockNotAvailable or ReadOnlyTransaction
        || Class(fault) is "08" or "53"
        || (Class(fault) == "57" && fault.SqlState != DatabaseDropped);

    /// <summary>The server knows the user, the password or the database not: waiting mends nothing.</summary>
    public static bool LetsNobodyIn(DbException fault) => Class(fault) == "28" || fault.SqlState is "3D000" or "42501";

    private static string? Class(DbException fault) => fault.SqlState?[..2];
}
