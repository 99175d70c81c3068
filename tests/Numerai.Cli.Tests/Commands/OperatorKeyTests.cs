using Numerai.Client;

namespace Numerai.Cli.Tests.Commands;

/// <summary>The operator's key lost and stolen, with the program as it is shipped.</summary>
public sealed class OperatorKeyTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private string Data => Path.Combine(served.Folder, "data");

    private string[] At(params string[] arguments) => [.. arguments, "--url", served.Url];

    [Fact]
    public async Task A_stolen_key_is_of_no_use_after_a_rotation_nor_is_one_that_the_thief_made_with_it()
    {
        var stolen = Path.Combine(served.Folder, "stolen.json");
        File.Copy(served.Operator, stolen);
        var thiefs = await MakeAnotherKeyAsync(stolen);

        var output = await CliRun.OutputAsync(served.Operator, At("operator", "key", "rotate"));

        Assert.Contains("the thief's", output, StringComparison.Ordinal);
        Assert.DoesNotContain(NumeraiConfiguration.Read(served.Operator)!.SecretKey!, output, StringComparison.Ordinal);
        AssertPrivate(served.Operator);
        foreach (var key in new[] { stolen, thiefs })
        {
            await CliRun.RefusedAsync(1, "not_authenticated", key, At("treasury", "mint", "5"));
        }

        await CliRun.OutputAsync(served.Operator, At("treasury", "mint", "5"));

        await served.StopAsync();
        await served.StartAgainAsync();
        Assert.Contains($"Operator's key: {served.Operator}", served.Lines);
        await CliRun.OutputAsync(served.Operator, At("treasury", "mint", "5"));
    }

    [Fact]
    public async Task A_rotation_can_leave_other_keys_alone()
    {
        var old = Path.Combine(served.Folder, "old.json");
        File.Copy(served.Operator, old);
        var pipeline = await MakeAnotherKeyAsync(served.Operator);

        await CliRun.OutputAsync(served.Operator, At("operator", "key", "rotate", "--keep-others"));

        await CliRun.OutputAsync(pipeline, At("treasury", "mint", "5"));
        await CliRun.OutputAsync(served.Operator, At("treasury", "mint", "5"));
        await CliRun.RefusedAsync(1, "not_authenticated", old, At("treasury", "mint", "5"));
    }

    [Fact]
    public async Task A_key_that_is_not_the_files_or_not_an_operators_is_not_rotated()
    {
        var alice = Path.Combine(served.Folder, "alice.json");
        await CliRun.OutputAsync(alice, At("account", "create", "alice"));
        var kept = NumeraiConfiguration.Read(served.Operator)!;

        await CliRun.RefusedAsync(1, "not_authorised", alice, "operator", "key", "rotate");
        await CliRun.RefusedAsync(
            1, "key_not_in_file", alice, "operator", "key", "rotate", "--public-id", kept.PublicId!, "--secret-key", kept.SecretKey!);
    }

    [Fact]
    public async Task A_lost_key_is_made_anew_on_a_stopped_server_and_the_lost_one_is_refused_from_then_on()
    {
        await CliRun.OutputAsync(served.Operator, At("operator", "key", "rotate"));
        var lost = Path.Combine(served.Folder, "lost.json");
        File.Move(served.Operator, lost);
        await CliRun.RefusedAsync(1, "data_folder_in_use", null, "operator", "key", "recover", "--data", Data);
        await served.StopAsync();

        await served.StartAgainAsync();
        Assert.Contains(served.Lines, line => line.Contains($"numerai operator key recover --data {Data}", StringComparison.Ordinal));
        Assert.False(File.Exists(served.Operator));
        await served.StopAsync();

        var output = await CliRun.OutputAsync(null, "operator", "key", "recover", "--data", Data, "--url", "http://127.0.0.1:8080");
        Assert.Contains(served.Operator, output, StringComparison.Ordinal);
        Assert.DoesNotContain(NumeraiConfiguration.Read(served.Operator)!.SecretKey!, output, StringComparison.Ordinal);
        AssertPrivate(served.Operator);

        await served.StartAgainAsync();
        await CliRun.RefusedAsync(1, "not_authenticated", lost, At("treasury", "mint", "5"));
        await CliRun.OutputAsync(served.Operator, At("treasury", "mint", "5"));
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
        using var client = new NumeraiClient(NumeraiConfiguration.Load(served.Url, path: configuration, environment: _ => null));
        var made = await client.Accounts.CreateKeyAsync("the thief's", ["operator", "manage_account"]);
        var path = Path.Combine(served.Folder, "another.json");
        new NumeraiConfiguration(served.Url, made.PublicId, made.Secret).Write(path);
        return path;
    }
}
