using System.Globalization;
using System.Reflection;
using Dapper;
using Npgsql;

namespace Numerai.Storage.Postgres;

/// <summary>
/// Brings one component's part of a database to its newest schema. Whoever holds the advisory lock migrates; the others wait for it
/// and then find nothing left to do. Each script is a transaction with the note that it ran.
/// </summary>
public static class PostgresMigrations
{
    /// <summary>Any number that nobody else uses: "numerai" as text.</summary>
    private const long Lock = 0x6e756d65726169;

    private const string CreateVersions =
        "CREATE TABLE IF NOT EXISTS schema_versions (component TEXT NOT NULL PRIMARY KEY, version INTEGER NOT NULL)";

    private const string SelectVersion = "SELECT coalesce(max(version), 0) FROM schema_versions WHERE component = @component";

    private const string SetVersion = """
        INSERT INTO schema_versions (component, version) VALUES (@component, @version)
        ON CONFLICT (component) DO UPDATE SET version = excluded.version
        """;

    /// <param name="source">Where to.</param>
    /// <param name="component">Whose schema; components share a database but not their version numbers.</param>
    /// <param name="scripts">All scripts in order; the first is version 1.</param>
    /// <exception cref="DatabaseRefusedException">The database has a newer schema than the scripts make.</exception>
    public static async Task ApplyAsync(NpgsqlDataSource source, string component, IReadOnlyList<string> scripts)
    {
        await using var connection = await source.OpenConnectionAsync();
        await connection.ExecuteAsync("SELECT pg_advisory_lock(@number)", new { number = Lock });
        try
        {
            await connection.ExecuteAsync(CreateVersions);
            var current = await connection.ExecuteScalarAsync<int>(SelectVersion, new { component });
            if (current > scripts.Count)
            {
                throw new DatabaseRefusedException(
                    DatabaseRefusedException.Unfit,
                    $"The database's {component} schema is version {current}, this program knows versions up to {scripts.Count}; "
                    + "start the newer program that wrote it.");
            }

            for (var version = current + 1; version <= scripts.Count; version++)
            {
                await using var transaction = await connection.BeginTransactionAsync();
                await connection.ExecuteAsync(scripts[version - 1]);
                await connection.ExecuteAsync(SetVersion, new { component, version });
                await transaction.CommitAsync();
            }
        }
        finally
        {
            await connection.ExecuteAsync("SELECT pg_advisory_unlock(@number)", new { number = Lock });
        }
    }

    /// <summary>The scripts embedded in an assembly under a prefix followed by NNNN_name, in order.</summary>
    public static IReadOnlyList<string> EmbeddedIn(Assembly assembly, string prefix)
    {
        var names = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();
        for (var place = 0; place < names.Count; place++)
        {
            if (int.Parse(names[place].AsSpan(prefix.Length, 4), CultureInfo.InvariantCulture) != place + 1)
            {
                throw new InvalidOperationException($"Migration {names[place]} does not follow the one before it.");
            }
        }

        return names.ConvertAll(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        });
    }
}
