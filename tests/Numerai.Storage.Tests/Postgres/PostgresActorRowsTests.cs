using Numerai.Storage.Actors;
using Numerai.Storage.Tests.Actors;

namespace Numerai.Storage.Tests.Postgres;

public sealed class PostgresActorRowsTests(PostgresServer server) : ActorRowsSuite, IAsyncLifetime
{
    private readonly PostgresFixture _postgres = new(server);

    protected override IActorRows Rows => _postgres.Stores.Rows;

    public ValueTask InitializeAsync() => _postgres.InitializeAsync();

    public ValueTask DisposeAsync() => _postgres.DisposeAsync();
}
