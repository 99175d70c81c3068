using System.CommandLine;
using Microsoft.Data.Sqlite;
using Numerai.Cli.CommandLine;

namespace Numerai.Cli.Tests.Commands;

/// <summary>How commands end, and what the error line says.</summary>
public sealed class ExitCodeTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    [Fact]
    public async Task A_refusal_ends_with_1_and_its_code()
    {
        var bob = Path.Combine(served.Folder, "bob.json");
        await CliRun.OutputAsync(bob, "account", "create", "bob", "--url", served.Url);
        await CliRun.OutputAsync(bob, "model", "create", "beta");

        await CliRun.RefusedAsync(1, "username_taken", bob, "account", "create", "bob");
        await CliRun.RefusedAsync(1, "balance_insufficient", bob, "stake", "increase", "beta", "1");
        await CliRun.RefusedAsync(1, "invalid_amount", bob, "stake", "increase", "beta", "0.1234567890123456789");
        await CliRun.RefusedAsync(1, "model_not_found", bob, "model", "show", "nobody");
        await CliRun.RefusedAsync(1, "not_authorised", bob, "treasury", "mint", "5");
        await CliRun.RefusedAsync(1, "dataset_not_found", bob, "data", "download", "v5.2/nothing.parquet");
        await CliRun.RefusedAsync(1, "file_not_found", bob, "submit", "no-such-file.csv", "--model", "beta");
        await CliRun.RefusedAsync(1, "credentials_missing", null, "account", "show", "--url", served.Url);
        await CliRun.RefusedAsync(1, "release_damaged", bob, "round", "open", "--release", served.Folder, "--number", "1");
    }

    [Theory]
    [InlineData("bogus")]
    [InlineData("stake", "increase")]
    [InlineData("round", "show", "first")]
    [InlineData("serve", "--listen", "nonsense")]
    [InlineData("serve", "--virtual-clock", "tomorrow")]
    [InlineData("release", "build", "--key", "k", "--out", "o")]
    [InlineData("bench", "scoring", "--models", "0")]
    [InlineData("universe", "build", "2026-02-30", "--synthetic", "--out", "o")]
    [InlineData("universe", "build", "2026-01-09", "--synthetic", "--out", "o", "--tournament", "8")]
    [InlineData("universe", "targets", "2026-01-09", "--synthetic", "--out", "o", "--day", "0")]
    public async Task A_wrong_command_line_ends_with_2(params string[] arguments)
    {
        var result = await CliRun.RunAsync(null, arguments);

        Assert.Equal((2, string.Empty), (result.ExitCode, result.StandardOutput));
        Assert.Matches("^(usage|invalid_options): .+\n", result.StandardError);
    }

    [Fact]
    public Task A_server_that_is_not_there_ends_with_3() =>
        CliRun.RefusedAsync(3, "server_unreachable", null, "treasury", "show", "--url", "http://127.0.0.1:9");

    [Fact]
    public async Task The_shipped_program_ends_as_its_commands_do()
    {
        var well = await CliRun.ProcessAsync(null, "treasury", "show", "--url", served.Url);
        var refused = await CliRun.ProcessAsync(null, "account", "show", "--url", served.Url);
        var wrong = await CliRun.ProcessAsync(null, "bogus");
        var away = await CliRun.ProcessAsync(null, "treasury", "show", "--url", "http://127.0.0.1:9");

        Assert.Equal([0, 1, 2, 3], new[] { well, refused, wrong, away }.Select(run => run.ExitCode));
        Assert.Equal(string.Empty, well.StandardError);
        Assert.Matches("^credentials_missing: .{20,}\\.\n", refused.StandardError);
        Assert.Matches("^usage: .+\n", wrong.StandardError);
        Assert.Matches("^server_unreachable: .{20,}\\.\n", away.StandardError);
        Assert.All([refused, wrong, away], run => Assert.Equal(string.Empty, run.StandardOutput));
    }

    [Fact]
    public async Task A_folder_serves_one_server()
    {
        var result = await CliRun.ProcessAsync(
            null, "serve", "--data", Path.Combine(served.Folder, "data"), "--listen", "http://127.0.0.1:0");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("data_folder_in_use: ", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_a_newer_program_is_not_served()
    {
        var folder = Directory.CreateDirectory(Path.Combine(served.Folder, "newer")).FullName;
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "numerai.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 999";
            await command.ExecuteNonQueryAsync();
        }

        var result = await CliRun.ProcessAsync(null, "serve", "--data", folder, "--listen", "http://127.0.0.1:0");

        Assert.Equal((1, string.Empty), (result.ExitCode, result.StandardOutput));
        Assert.Matches("^database_unfit: The database has schema 999, .*start the newer program that wrote it\\.\n$", result.StandardError);
    }

    [Fact]
    public async Task A_key_is_kept_unless_one_is_kept_already()
    {
        var carol = Path.Combine(served.Folder, "carol.json");
        await CliRun.OutputAsync(carol, "account", "create", "carol", "--url", served.Url);
        var kept = await File.ReadAllTextAsync(carol);

        var beside = Path.Combine(served.Folder, "carol-two.key.json");
        Assert.Contains(beside, await CliRun.OutputAsync(carol, "account", "create", "carol-two"), StringComparison.Ordinal);
        Assert.Equal(kept, await File.ReadAllTextAsync(carol));
        Assert.Equal("carol-two", (await CliRun.JsonAsync(beside, "account", "show")).GetProperty("username").GetString());
        await CliRun.RefusedAsync(1, "file_exists", carol, "account", "create", "carol-two");
        Assert.Equal("carol", (await CliRun.JsonAsync(carol, "account", "show")).GetProperty("username").GetString());
        await CliRun.OutputAsync(carol, "account", "create", "carol-three", "--save");
        Assert.Equal("carol-three", (await CliRun.JsonAsync(carol, "account", "show")).GetProperty("username").GetString());
    }

    [Fact]
    public async Task A_key_is_printed_where_that_is_asked_for()
    {
        var dora = Path.Combine(served.Folder, "dora.json");

        var created = await CliRun.JsonAsync(dora, "account", "create", "dora", "--url", served.Url, "--no-save");

        Assert.Equal(64, created.GetProperty("key").GetProperty("secret").GetString()!.Length);
        Assert.False(File.Exists(dora));
    }

    [Fact]
    public void Every_command_says_what_it_is_for() => Assert.All(Flatten(CommandCatalog.Make()), command =>
    {
        Assert.EndsWith(".", command.Description, StringComparison.Ordinal);
        Assert.All(
            command.Options.Cast<Symbol>().Concat(command.Arguments), symbol => Assert.False(string.IsNullOrEmpty(symbol.Description)));
    });

    private static IEnumerable<Command> Flatten(IEnumerable<Command> commands) =>
        commands.SelectMany(command => Flatten(command.Subcommands).Prepend(command));
}
