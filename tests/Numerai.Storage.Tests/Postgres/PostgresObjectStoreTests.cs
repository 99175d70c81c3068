using Numerai.Storage.Tests.Files;
using Numerai.Tournament.Ports;

namespace Numerai.Storage.Tests.Postgres;

public sealed class PostgresObjectStoreTests(PostgresServer server) : ObjectStoreSuite, IAsyncLifetime
{
    private readonly PostgresFixture _postgres = new(server);

    protected override IObjectStore Store => _postgres.Stores.Objects;

    public ValueTask InitializeAsync() => _postgres.InitializeAsync();

    public ValueTask DisposeAsync() => _postgres.DisposeAsync();
}
