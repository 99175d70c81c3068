using Numerai.Storage.Postgres;

namespace Numerai.Silo.Platform;

/// <summary>Tables of Orleans' membership and reminders, and the statements of its providers, migrated like the platform's own.</summary>
public static class OrleansSchema
{
    public static Task ApplyAsync(PostgresDatabase database) => PostgresMigrations.ApplyAsync(
        database.LongWork, "orleans", PostgresMigrations.EmbeddedIn(typeof(OrleansSchema).Assembly, "orleans."));
}
