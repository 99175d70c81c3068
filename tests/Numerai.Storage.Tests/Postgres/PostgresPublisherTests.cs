using Numerai.Storage.Tests.Projections;

namespace Numerai.Storage.Tests.Postgres;

public sealed class PostgresPublisherTests(PostgresServer server) : PublisherTests(PostgresFixture.Publishing(server));
