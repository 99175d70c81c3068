using Numerai.Storage.Tests.Projections;

namespace Numerai.Storage.Tests.Postgres;

public sealed class PostgresReadModelTests(PostgresServer server) : ReadModelTests(PostgresFixture.Publishing(server));
