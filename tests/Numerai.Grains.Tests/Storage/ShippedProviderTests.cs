using System.Text.RegularExpressions;
using Dapper;
using Numerai.Client;
using Numerai.Contracts;
using Numerai.Silo.Platform;
using Numerai.Storage.Postgres;
using Numerai.Web.Hosting;

namespace Numerai.Grains.Tests.Storage;

/// <summary>The program as it is shipped, on PostgreSQL: it is Orleans' provider that writes its grains' rows, and nothing else.</summary>
public sealed partial class ShippedProviderTests(PostgresServer server) : IDisposable
{
    /// <summary>The server itself notes by which statement a row was written.</summary>
    private const string Watch = """
        CREATE TABLE writes (kind TEXT, statement TEXT);
        CREATE FUNCTION note_write() RETURNS TRIGGER LANGUAGE plpgsql AS $$ BEGIN
            INSERT INTO writes VALUES (NEW.kind, current_query());
            RETURN NEW;
        END $$;
        CREATE TRIGGER note_write BEFORE INSERT OR UPDATE ON actor_rows FOR EACH ROW EXECUTE FUNCTION note_write()
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("numerai-provider-");

    [Fact]
    public async Task The_shipped_program_has_Orleans_provider_loaded_and_every_row_of_its_grains_is_written_by_it()
    {
        var connection = await server.NewDatabaseAsync();
        await using var database = await PostgresDatabase.OpenAsync(connection);
        await OrleansSchema.ApplyAsync(database);
        await database.Concurrent.WriteAsync(watched => watched.ExecuteAsync(Watch));
        using var silo = SiloProgram.Start(_folder.FullName, postgres: connection);
        try
        {
            var url = await SiloProgram.ListeningAsync(silo);
            await MintAsync(url);

            if (OperatingSystem.IsLinux())
            {
                var loaded = await File.ReadAllTextAsync($"/proc/{silo.Id}/maps", TestContext.Current.CancellationToken);
                Assert.Contains("/Orleans.Persistence.AdoNet.dll", loaded, StringComparison.Ordinal);
            }

            var provider = await database.Concurrent.ReadAsync(
                rows => rows.QuerySingleAsync<string>("SELECT QueryText FROM OrleansQuery WHERE QueryKey = 'WriteToStorageKey'"));
            var writes = await database.Concurrent.ReadAsync(
                rows => rows.QueryAsync<(string Kind, string Statement)>("SELECT kind, statement FROM writes"));
            Assert.Contains(writes, write => write.Kind == "treasury");
            Assert.Contains(writes, write => write.Kind == "participant");
            Assert.All(writes, write => Assert.Equal(WithoutNames(provider), WithoutNames(write.Statement)));
        }
        finally
        {
            silo.Kill();
            await silo.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task MintAsync(Uri url)
    {
        var key = NumeraiConfiguration.Read(Path.Combine(_folder.FullName, OperatorKey.FileName))!;
        var credentials = new NumeraiCredentials(key.PublicId!, key.SecretKey!);
        using var client = new NumeraiClient(new NumeraiClientOptions { Url = url, Credentials = credentials });
        await client.Operator.MintAsync(Nmr.FromNmr(1), cancellation: TestContext.Current.CancellationToken);
    }

    /// <summary>The driver numbers the parameters that a statement names.</summary>
    private static string WithoutNames(string statement) => Parameter().Replace(statement, "?").Trim();

    [GeneratedRegex(@"@\w+|\$\d+")]
    private static partial Regex Parameter();
}
