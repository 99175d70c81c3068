using System.Globalization;
using CliWrap;
using CliWrap.EventStream;
using Dapper;
using Numerai.Storage.Actors;
using Numerai.Storage.Sqlite;

namespace Numerai.Storage.Tests.Sqlite;

public sealed class KillTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(1)]
    [InlineData(57)]
    [InlineData(400)]
    public async Task Killed_in_the_middle_of_writing_it_leaves_a_sound_file_with_every_write_that_was_answered(int killAt)
    {
        var path = _folder.File("numerai.db");
        var answered = await RunUntilKilledAsync(path, killAt);

        await using var database = SqliteDatabase.Open(new SqliteDatabaseOptions(path));
        Assert.Equal("ok", await database.ReadAsync(connection => connection.ExecuteScalarAsync<string>("PRAGMA integrity_check")));
        foreach (var key in new[] { "a", "b" })
        {
            var row = await new SqlActorRows(database).ReadAsync<KilledWriter.Content>("killed", key);
            Assert.NotNull(row);
            Assert.True(row.Version >= answered, $"Row {key} is at version {row.Version}, but {answered} was answered.");
            Assert.Equal(row.Version, row.Value.State.Version);
        }
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Kills the process (SIGKILL) once it has said that a version is safe; returns the last one it said.</summary>
    private static async Task<int> RunUntilKilledAsync(string path, int killAt)
    {
        using var kill = new CancellationTokenSource();
        var answered = 0;
        var child = Cli.Wrap("dotnet").WithArguments([typeof(KilledWriter).Assembly.Location, KilledWriter.Command, path]);
        try
        {
            await foreach (var output in child.ListenAsync(kill.Token))
            {
                if (output is StandardOutputCommandEvent line)
                {
                    answered = int.Parse(line.Text, CultureInfo.InvariantCulture);
                    if (answered == killAt)
                    {
                        await kill.CancelAsync();
                    }
                }
            }
        }
        catch (OperationCanceledException)
        {
            return answered;
        }

        throw new InvalidOperationException("The writer ended by itself.");
    }
}
