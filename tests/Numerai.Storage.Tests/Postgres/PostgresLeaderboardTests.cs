using Numerai.Storage.Tests.Projections;

namespace Numerai.Storage.Tests.Postgres;

public sealed class PostgresLeaderboardTests(PostgresServer server) : LeaderboardTests(PostgresFixture.Publishing(server));
