using System.Data.Common;
using System.Net.Sockets;
using Numerai.Tournament.Ports;

namespace Numerai.Storage.Postgres;

/// <summary>Makes a write again of which nothing has happened, or whose second attempt could not happen twice.</summary>
public static class PostgresAttempts
{
    private const int Most = 5;

    /// <param name="write">One attempt.</param>
    /// <param name="mayBeAgain">Asked when the connection is gone: whether the write may be made again all the same.</param>
    public static async Task<T> RunAsync<T>(Func<Task<T>> write, Func<bool> mayBeAgain)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await write();
            }
            catch (DbException fault) when (attempt < Most && (DatabaseFaults.CanRunAgain(fault) || (IsBroken(fault) && mayBeAgain())))
            {
                // On the next attempt the work sees what other writers did.
            }
        }
    }

    /// <summary>A server that cut off an idle transaction has hung up, and often that is all there is to see of it.</summary>
    private static bool IsBroken(DbException fault) => fault.SqlState is null && fault.InnerException is IOException or SocketException;
}
