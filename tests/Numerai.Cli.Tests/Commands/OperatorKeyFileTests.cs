using Numerai.Client;

namespace Numerai.Cli.Tests.Commands;

/// <summary>The operator's key file that nobody has replaced, and what recovery is not made for.</summary>
public sealed class OperatorKeyFileTests
{
    [Fact]
    public async Task The_file_of_a_key_that_was_never_replaced_is_made_again_at_the_next_start()
    {
        await using var served = new ServedFolder();
        await served.InitializeAsync();
        var moved = Path.Combine(served.Folder, "moved.json");
        File.Move(served.Operator, moved);
        await served.StopAsync();

        await served.StartAgainAsync();

        Assert.Equal(NumeraiConfiguration.Read(moved)!.SecretKey, NumeraiConfiguration.Read(served.Operator)!.SecretKey);
        await CliRun.OutputAsync(served.Operator, "treasury", "mint", "5", "--url", served.Url);
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
        var empty = Directory.CreateTempSubdirectory("numerai-empty-").FullName;

        await CliRun.RefusedAsync(1, "file_not_found", null, "operator", "key", "recover", "--data", empty);

        Assert.Empty(Directory.GetFiles(empty));
        Directory.Delete(empty);
    }
}
