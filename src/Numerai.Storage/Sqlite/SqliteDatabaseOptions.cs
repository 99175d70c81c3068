namespace Numerai.Storage.Sqlite;

/// <summary>How to open the one database file.</summary>
/// <param name="Path">The file, made when absent; null keeps everything in memory until disposal.</param>
/// <param name="Durability">Of committed writes; of no effect in memory.</param>
/// <param name="Inline">
/// Whether writes run on the calling thread. A deterministic host needs that; a server gains from collecting the writes of many callers
/// into one commit instead.
/// </param>
public sealed record SqliteDatabaseOptions(string? Path, SqliteDurability Durability = SqliteDurability.Process, bool Inline = false);
