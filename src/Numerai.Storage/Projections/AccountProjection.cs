using Numerai.Tournament.Actors;

namespace Numerai.Storage.Projections;

internal static class AccountProjection
{
    private const string Insert = """
        INSERT INTO accounts (id, username, registered) VALUES (@id, @username, @registered) ON CONFLICT (id) DO NOTHING
        """;

    public static Task RegisterAsync(ProjectionTables tables, AccountRegistered registered, DateTimeOffset time) => tables.ExecuteAsync(
        Insert, new { id = registered.Account.ToString(), username = registered.Username, registered = StoredTime.Write(time) });
}
