using Numerai.Client;

namespace Numerai.Cli.Tests.Commands;

/// <summary>The operator's key lost and stolen, with the program as it is shipped.</summary>
public sealed class OperatorKeyTests : IAsyncLifetime
{
    private readonly ServedFolder _served = new();

    private string Data => Path.Combine(_served.Folder, "data");

    private string[] At(params string[] arguments) => [.. arguments, "--url", _served.Url];

    public ValueTask InitializeAsync() => _served.InitializeAsync();

    public ValueTask DisposeAsync() => _served.DisposeAsync();

    [Fact]
    public async Task A_stolen_key_is_of_no_use_after_a_rotation_nor_is_one_that_the_thief_made_with_it()
    {
        var stolen = Path.Combine(_served.Folder, "stolen.json");
        File.Copy(_served.Operator, stolen);
        var thiefs = await MakeAnotherKeyAsync(stolen);

        var output = await CliRun.OutputAsync(_served.Operator, At("operator", "key", "rotate"));

        Assert.Contains("the thief's", output, StringComparison.Ordinal);
        Assert.DoesNotContain(NumeraiConfiguration.Read(_served.Operator)!.SecretKey!, output, StringComparison.Ordinal);
        AssertPrivate(_served.Operator);
        foreach (var key in new[] { stolen, thiefs })
        {
            await CliRun.RefusedAsync(1, "not_authenticated", key, At("treasury", "mint", "5"));
        }

        await CliRun.OutputAsync(_served.Operator, At("treasury", "mint", "5"));

        await _served.StopAsync();
        await _served.StartAgainAsync();
        Assert.Contains($"Operator's key: {_served.Operator}", _served.Lines);
        await CliRun.OutputAsync(_served.Operator, At("treasury", "mint", "5"));
    }

    [Fact]
    public async Task A_rotation_can_leave_other_keys_alone()
    {
        var old = Path.Combine(_served.Folder, "old.json");
        File.Copy(_served.Operator, old);
        var pipeline = await MakeAnotherKeyAsync(_served.Operator);

        await CliRun.OutputAsync(_served.Operator, At("operator", "key", "rotate", "--keep-others"));

        await CliRun.OutputAsync(pipeline, At("treasury", "mint", "5"));
        await CliRun.OutputAsync(_served.Operator, At("treasury", "mint", "5"));
        await CliRun.RefusedAsync(1, "not_authenticated", old, At("treasury", "mint", "5"));
    }

    [Fact]
    public async Task A_key_that_is_not_the_files_or_not_an_operators_is_not_rotated()
    {
        var alice = Path.Combine(_served.Folder, "alice.json");
        await CliRun.OutputAsync(alice, At("account", "create", "alice"));
        var kept = NumeraiConfiguration.Read(_served.Operator)!;

        await CliRun.RefusedAsync(1, "not_authorised", alice, "operator", "key", "rotate");
        await CliRun.RefusedAsync(
            1, "key_not_in_file", alice, "operator", "key", "rotate", "--public-id", kept.PublicId!, "--secret-key", kept.SecretKey!);
    }

    [Fact]
    public async Task The_file_of_a_key_that_was_never_replaced_is_made_again_at_the_next_start()
    {
        var moved = Path.Combine(_served.Folder, "moved.json");
        File.Move(_served.Operator, moved);
        await _served.StopAsync();

        await _served.StartAgainAsync();

        Assert.Equal(NumeraiConfiguration.Read(moved)!.SecretKey, NumeraiConfiguration.Read(_served.Operator)!.SecretKey);
        await CliRun.OutputAsync(_served.Operator, At("treasury", "mint", "5"));
    }

    [Fact]
    public async Task A_lost_key_is_made_anew_on_a_stopped_server_and_the_lost_one_is_refused_from_then_on()
    {
        await CliRun.OutputAsync(_served.Operator, At("operator", "key", "rotate"));
        var lost = Path.Combine(_served.Folder, "lost.json");
        File.Move(_served.Operator, lost);
        await CliRun.RefusedAsync(1, "data_folder_in_use", null, "operator", "key", "recover", "--data", Data);
        await _served.StopAsync();

        await _served.StartAgainAsync();
        Assert.Contains(_served.Lines, line => line.Contains($"numerai operator key recover --data {Data}", StringComparison.Ordinal));
        Assert.False(File.Exists(_served.Operator));
        await _served.StopAsync();

        var output = await CliRun.OutputAsync(null, "operator", "key", "recover", "--data", Data, "--url", "http://127.0.0.1:8080");
        Assert.Contains(_served.Operator, output, StringComparison.Ordinal);
        Assert.DoesNotContain(NumeraiConfiguration.Read(_served.Operator)!.SecretKey!, output, StringComparison.Ordinal);
        AssertPrivate(_served.Operator);

        await _served.StartAgainAsync();
        await CliRun.RefusedAsync(1, "not_authenticated", lost, At("treasury", "mint", "5"));
        await CliRun.OutputAsync(_served.Operator, At("treasury", "mint", "5"));
    }

    [Theory]
    [InlineData("--data", "d", "--postgresql", "Host=h", "--secret-file", "s")]
    [InlineData("--postgresql", "Host=h")]
    [InlineData("--data", "d", "--out", "o")]
    [InlineData]
    public async Task Recovery_takes_a_folder_or_a_database(params string[] arguments)
    {
        var result = await CliRun.RunAsync(null, ["operator", "key", "recover", .. arguments]);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("usage: ", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recovery_of_what_is_no_servers_folder_is_refused()
    {
        var empty = Directory.CreateDirectory(Path.Combine(_served.Folder, "empty")).FullName;

        await CliRun.RefusedAsync(1, "file_not_found", null, "operator", "key", "recover", "--data", empty);

        Assert.Empty(Directory.GetFiles(empty));
    }

    private static void AssertPrivate(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    /// <summary>A second key of the operator's account, as its holder makes one over REST.</summary>
    private async Task<string> MakeAnotherKeyAsync(string configuration)
    {
        using var client = new NumeraiClient(NumeraiConfiguration.Load(_served.Url, path: configuration, environment: _ => null));
        var made = await client.Accounts.CreateKeyAsync("the thief's", ["operator", "manage_account"]);
        var path = Path.Combine(_served.Folder, "another.json");
        new NumeraiConfiguration(_served.Url, made.PublicId, made.Secret).Write(path);
        return path;
    }
}
