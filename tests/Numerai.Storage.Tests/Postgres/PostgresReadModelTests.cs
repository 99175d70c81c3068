using Numerai.Storage.Tests.Projections;
using Numerai.Storage.Tests.Support;

namespace Numerai.Storage.Tests.Postgres;

public sealed class PostgresReadModelTests(PostgresServer server) : ReadModelTests(PostgresFixture.Publishing(server));
