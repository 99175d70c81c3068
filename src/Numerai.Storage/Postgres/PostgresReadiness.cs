using System.Globalization;
using Dapper;
using Npgsql;
using Numerai.Tournament.Ports;

namespace Numerai.Storage.Postgres;

/// <summary>
/// Waits until a PostgreSQL server answers: where everything is started at once, a silo is often up before its database. What waiting
/// can't mend is said at once.
/// </summary>
public static class PostgresReadiness
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    /// <param name="connectionString">Which database.</param>
    /// <param name="patience">How long a server that does not answer is asked again; zero asks once.</param>
    /// <param name="time">The clock of the waiting.</param>
    /// <param name="tell">Gets a sentence each time the server did not answer.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="DatabaseRefusedException">It did not answer in time, let nobody in, or does not fit.</exception>
    public static async Task WaitAsync(
        string connectionString, TimeSpan patience, TimeProvider time, Func<string, Task> tell, CancellationToken cancellation = default)
    {
        var begin = time.GetTimestamp();
        await using var source = NpgsqlDataSource.Create(PostgresConnectionText.Of(connectionString));
        while (await ProblemAsync(source, cancellation) is { } problem)
        {
            var left = patience - time.GetElapsedTime(begin);
            if (left <= TimeSpan.Zero)
            {
                throw new DatabaseRefusedException(
                    DatabaseRefusedException.Unavailable,
                    $"PostgreSQL at {Address(source)} does not answer ({problem.Message}); start it, or name another one in the "
                        + "connection string.",
                    problem);
            }

            await tell($"PostgreSQL at {Address(source)} does not answer yet ({problem.Message}); asking again for "
                + $"{Math.Ceiling(left.TotalSeconds).ToString(CultureInfo.InvariantCulture)} s.");
            await Task.Delay(_pause, time, cancellation);
        }
    }

    /// <summary>What keeps it from answering for now; null when it is ready.</summary>
    private static async Task<Exception?> ProblemAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellation);
            if (await connection.ExecuteScalarAsync<string>("SHOW server_encoding") is var encoding && encoding != "UTF8")
            {
                throw new DatabaseRefusedException(
                    DatabaseRefusedException.Unfit,
                    $"Database '{connection.Database}' at {Address(source)} is encoded in {encoding}; make it anew in UTF8: "
                    + $"CREATE DATABASE {connection.Database} ENCODING 'UTF8' TEMPLATE template0.");
            }

            return null;
        }
        catch (PostgresException fault) when (DatabaseFaults.LetsNobodyIn(fault))
        {
            throw new DatabaseRefusedException(
                DatabaseRefusedException.AccessDenied,
                $"PostgreSQL at {Address(source)} lets nobody in: {fault.MessageText}; check user, password and database of the "
                    + "connection string.",
                fault);
        }
        catch (NpgsqlException fault)
        {
            return fault;
        }
    }

    private static string Address(NpgsqlDataSource source)
    {
        var settings = new NpgsqlConnectionStringBuilder(source.ConnectionString);
        return $"{settings.Host}:{settings.Port.ToString(CultureInfo.InvariantCulture)}";
    }
}
