using Numerai.Storage.Tests.Projections;
using Numerai.Storage.Tests.Support;

namespace Numerai.Storage.Tests.Postgres;

public sealed class PostgresPublisherTests(PostgresServer server) : PublisherTests(PostgresFixture.Publishing(server));
