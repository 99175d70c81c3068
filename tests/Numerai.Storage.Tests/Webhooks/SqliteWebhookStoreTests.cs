using Numerai.Storage.Sqlite;

namespace Numerai.Storage.Tests.Webhooks;

public sealed class SqliteWebhookStoreTests : WebhookStoreSuite, IAsyncDisposable
{
    private readonly SqliteDatabase _database = SqliteDatabase.Open(new SqliteDatabaseOptions(null, Inline: true));

    protected override IDatabase Database => _database;

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
