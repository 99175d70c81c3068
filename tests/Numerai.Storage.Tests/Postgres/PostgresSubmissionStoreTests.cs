using Numerai.Storage.Tests.Submissions;
using Numerai.Tournament.Ports;

namespace Numerai.Storage.Tests.Postgres;

public sealed class PostgresSubmissionStoreTests(PostgresServer server) : SubmissionStoreSuite, IAsyncLifetime
{
    private readonly PostgresFixture _postgres = new(server);

    protected override ISubmissionStore Store => _postgres.Stores.Submissions;

    public ValueTask InitializeAsync() => _postgres.InitializeAsync();

    public ValueTask DisposeAsync() => _postgres.DisposeAsync();
}
