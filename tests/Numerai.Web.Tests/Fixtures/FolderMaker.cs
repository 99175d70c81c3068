using Dapper;
using Microsoft.Data.Sqlite;
using Numerai.Behaviour.Fixtures;
using Numerai.Behaviour.Fixtures.Making;

namespace Numerai.Web.Tests.Fixtures;

/// <summary>Makes the data folder that the present version leaves to later ones; run on demand, see tests/Fixtures/README.md.</summary>
public sealed class FolderMaker
{
    public const string VersionVariable = "NUMERAI_FIXTURE_VERSION";

    [Fact(Explicit = true)]
    public async Task Make_the_folder_of_this_version()
    {
        var version = Environment.GetEnvironmentVariable(VersionVariable);
        Assert.SkipWhen(version is null, $"Name the version that is made in {VersionVariable}, such as v0.1.0.");
        var folder = Directory.CreateTempSubdirectory("numerai-fixture-");
        try
        {
            FixtureContents contents;
            await using (var server = await ServedFixture.StartAsync(folder.FullName, FixtureStory.Start, privateWebhooks: true))
            {
                using var clients = new FixtureClients(server.Url, FixtureClients.KeyIn(folder.FullName));
                using var story = new FixtureStory(clients);
                contents = await story.PlayAsync();
            }

            await FoldAsync(folder.FullName);
            var fixture = Fixture.Of(version!);
            fixture.KeepFolder(folder.FullName, contents);
            fixture.KeepForms(await StoredFormsTests.SchemaAsync(), StoredForms.Lines());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>
    /// A stopped server leaves its write-ahead log, six times as large as the file; folded into the file, the fixture stays small.
    /// </summary>
    private static async Task FoldAsync(string folder)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "numerai.db")};Pooling=False");
        await connection.ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
