using System.Data.Common;

namespace Numerai.Storage.Postgres;

/// <summary>A write that waits for a transaction.</summary>
internal interface IPostgresWrite
{
    /// <summary>Runs the statements; whether they are committed is decided by others.</summary>
    Task RunAsync(DbConnection connection);

    /// <summary>Tells the caller that what was run is committed.</summary>
    void Complete();

    /// <summary>Tells the caller that nothing is known of what was run.</summary>
    void Fail(Exception fault);

    /// <summary>Runs in a transaction of its own and tells the caller what came of it.</summary>
    Task RunAloneAsync(IDatabase lane);
}
