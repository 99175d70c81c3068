using Numerai.Storage.Postgres;

namespace Numerai.Silo.Platform;

/// <summary>The tables and statements of Orleans' membership and reminders, migrated like the platform's own.</summary>
public static class OrleansSchema
{
    public static Task ApplyAsync(PostgresDatabase database) => PostgresMigrations.ApplyAsync(
        database.LongWork, "orleans", PostgresMigrations.EmbeddedIn(typeof(OrleansSchema).Assembly, "orleans."));
}
