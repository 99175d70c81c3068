using Numerai.Storage.Tests.Webhooks;

namespace Numerai.Storage.Tests.Postgres;

public sealed class PostgresWebhookStoreTests(PostgresServer server) : WebhookStoreSuite, IAsyncLifetime
{
    private readonly PostgresFixture _postgres = new(server);

    protected override IDatabase Database => _postgres.Database.Exclusive("webhooks");

    public ValueTask InitializeAsync() => _postgres.InitializeAsync();

    public ValueTask DisposeAsync() => _postgres.DisposeAsync();
}
