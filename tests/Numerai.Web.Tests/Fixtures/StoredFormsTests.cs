using Dapper;
using Numerai.Behaviour.Fixtures;
using Numerai.Storage.Postgres;
using Numerai.Storage.Sqlite;

namespace Numerai.Web.Tests.Fixtures;

/// <summary>
/// A program ignores members that it does not know and writes the state back without them, so an earlier one must not open what a later
/// one has written. It goes by the number of the schema: forms that have grown since a release need a higher one.
/// </summary>
public sealed class StoredFormsTests
{
    public static TheoryData<string> Versions => Fixture.Versions;

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Forms_that_have_changed_since_a_release_have_a_higher_schema_so_that_the_release_refuses_them(string version)
    {
        var (schema, forms) = Fixture.Of(version).ReadForms();
        var now = StoredForms.Lines();

        Assert.True(
            await SchemaAsync() > schema || forms.SequenceEqual(now),
            $"Stored forms are others than those of {version}, which would open them: add a migration to src/Numerai.Storage (both "
            + "databases; a comment is enough) so that it refuses. "
            + $"Since then: {string.Join("; ", now.Except(forms).Concat(forms.Except(now)).Take(10))}");
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void What_a_release_has_stored_is_still_understood(string version) =>
        Assert.Empty(Fixture.Of(version).ReadForms().Lines.Except(StoredForms.Lines()));

    [Fact]
    public async Task Both_databases_count_their_schemas_alike() =>
        Assert.Equal(await SchemaAsync(), PostgresMigrations.EmbeddedIn(typeof(PostgresDatabase).Assembly, "postgres.").Count);

    internal static async Task<int> SchemaAsync()
    {
        await using var database = SqliteDatabase.Open(new SqliteDatabaseOptions(null, Inline: true));
        return await database.ReadAsync(connection => connection.ExecuteScalarAsync<int>("PRAGMA user_version"));
    }
}
