using Numerai.Storage.Tests.Projections;
using Numerai.Storage.Tests.Support;

namespace Numerai.Storage.Tests.Postgres;

public sealed class PostgresLeaderboardTests(PostgresServer server) : LeaderboardTests(PostgresFixture.Publishing(server));
