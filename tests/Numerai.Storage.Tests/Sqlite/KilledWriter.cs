using Numerai.Storage.Actors;
using Numerai.Storage.Sqlite;
using Numerai.Tournament.Actors;

namespace Numerai.Storage.Tests.Sqlite;

/// <summary>The process that is killed: it writes two rows in turns as fast as it can and says which version it was told is safe.</summary>
internal static class KilledWriter
{
    public const string Command = "killed-writer";

    public static async Task<int> RunAsync(string path)
    {
        await using var database = SqliteDatabase.Open(new SqliteDatabaseOptions(path));
        var rows = new SqlActorRows(database);
        for (var version = 1; version < int.MaxValue; version++)
        {
            var next = new Persisted<Content>(1, new Content(version, new string('x', 20_000)), 1, []);
            await Task.WhenAll(rows.WriteAsync("killed", "a", version - 1, next), rows.WriteAsync("killed", "b", version - 1, next));
            await Console.Out.WriteLineAsync($"{version}");
        }

        return 1;
    }

    internal sealed record Content(int Version, string Ballast);
}
