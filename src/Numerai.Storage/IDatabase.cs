using System.Data.Common;

namespace Numerai.Storage;

/// <summary>
/// A relational database behind the stores. Stores hold their SQL and nothing else of it, so that another database needs another
/// implementation of this interface and only small changes in dialect.
/// </summary>
public interface IDatabase
{
    /// <summary>Runs statements that change nothing, on one connection; they see a committed state.</summary>
    Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work);

    /// <summary>
    /// Like <see cref="ReadAsync"/>, for statements that go through whole tables: what bounds all others does not bound them.
    /// </summary>
    Task<T> ReadLongAsync<T>(Func<DbConnection, Task<T>> work) => ReadAsync(work);

    /// <summary>
    /// Runs statements in one transaction that no other writer interleaves with. When it returns, they are committed; when the work
    /// throws, nothing of it has happened. The work waits for nothing but its own statements.
    /// </summary>
    Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> work);
}
