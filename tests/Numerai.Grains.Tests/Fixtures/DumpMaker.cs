using System.Diagnostics;
using Npgsql;
using Numerai.Behaviour.Fixtures;
using Numerai.Silo.Platform;
using Numerai.Storage.Postgres;

namespace Numerai.Grains.Tests.Fixtures;

/// <summary>
/// Makes the dump that the present version leaves to later ones: the folder that was made before, imported as `numerai cluster import`
/// does it, with the tables of Orleans that a silo adds. Run on demand, see tests/Fixtures/README.md.
/// </summary>
public sealed class DumpMaker(PostgresServer server)
{
    private const string VersionVariable = "NUMERAI_FIXTURE_VERSION";

    [Fact(Explicit = true)]
    public async Task Make_the_dump_of_this_version()
    {
        var version = Environment.GetEnvironmentVariable(VersionVariable);
        Assert.SkipWhen(version is null, $"Name the version that is made in {VersionVariable}, such as v0.1.0.");
        var folder = Directory.CreateTempSubdirectory("numerai-fixture-");
        try
        {
            var fixture = Fixture.Of(version!);
            fixture.CopyFolderTo(folder.FullName);
            var connection = await server.NewDatabaseAsync();
            await using (var database = await PostgresDatabase.OpenAsync(connection))
            {
                await new PostgresImport(database).RunAsync(folder.FullName);
                await OrleansSchema.ApplyAsync(database);
            }

            fixture.KeepDump(await DumpAsync(new NpgsqlConnectionStringBuilder(connection)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Statements only, and none that another version of PostgreSQL would not know, so that any client restores it.</summary>
    private static async Task<string> DumpAsync(NpgsqlConnectionStringBuilder connection)
    {
        var start = new ProcessStartInfo("pg_dump") { RedirectStandardOutput = true };
        string[] arguments =
        [
            "--host", connection.Host!, "--port", $"{connection.Port}", "--username", connection.Username!,
            "--no-owner", "--no-privileges", "--rows-per-insert", "100", connection.Database!,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["PGPASSWORD"] = connection.Password;
        using var process = Process.Start(start)!;
        var dump = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return string.Join('\n', dump.Split('\n').Where(IsStatement));
    }

    private static bool IsStatement(string line) =>
        line is not (['\\', ..] or ['-', '-', ..]) && !line.Contains("transaction_timeout", StringComparison.Ordinal);
}
