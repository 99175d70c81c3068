using Dapper;
using Microsoft.Data.Sqlite;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests.Reads;

/// <summary>
/// While it is there, no event gets into the server's tables: publishing fails, commands are carried out all the same.
/// </summary>
internal sealed class HeldTables : IAsyncDisposable
{
    private readonly string _database;

    private HeldTables(TestServer server) => _database = Path.Combine(server.Folder, "numerai.db");

    public static async Task<HeldTables> HoldAsync(TestServer server)
    {
        var held = new HeldTables(server);
        await held.RunAsync("CREATE TRIGGER held BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'held by a test'); END");
        return held;
    }

    public Task ReleaseAsync() => RunAsync("DROP TRIGGER IF EXISTS held");

    public async ValueTask DisposeAsync() => await ReleaseAsync();

    private async Task RunAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={_database};Pooling=False;Default Timeout=120");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await connection.ExecuteAsync(sql);
    }
}
