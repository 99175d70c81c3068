using Numerai.Cli.Demo;
using Numerai.Client;

namespace Numerai.Cli.Tests.Commands;

/// <summary>
/// What a program prints ends up in logs, scrollbacks and tickets; secrets go into files of their owner's and nowhere else.
/// </summary>
public sealed class SecretsTests
{
    [Fact]
    public async Task Neither_commands_that_make_keys_nor_the_server_from_its_start_to_its_end_print_a_secret()
    {
        await using var served = new ServedFolder();
        await served.InitializeAsync();
        var alice = Path.Combine(served.Folder, "alice.json");
        string[] printed =
        [
            await CliRun.OutputAsync(alice, "account", "create", "alice", "--url", served.Url),
            await CliRun.OutputAsync(alice, "account", "create", "alice-two", "--url", served.Url, "--json"),
            await CliRun.OutputAsync(alice, "webhook", "create", "https://models.example.org/told"),
            await CliRun.OutputAsync(alice, "webhook", "create", "https://models.example.org/told", "--json"),
            await CliRun.OutputAsync(alice, "webhook", "list", "--json"),
            await CliRun.OutputAsync(served.Operator, "operator", "key", "rotate", "--url", served.Url, "--json"),
            .. served.Lines,
        ];
        Assert.Contains($"Operator's key: made, and kept in {served.Operator}.", served.Lines);
        Assert.Equal(0, await served.StopAsync());
        Assert.Equal("Stopped.", served.Lines[^1]);

        var webhook = Assert.Single(Directory.GetFiles(served.Folder, "webhook-*.secret"));
        string[] secrets =
        [
            NumeraiConfiguration.Read(alice)!.SecretKey!,
            NumeraiConfiguration.Read(Path.Combine(served.Folder, "alice-two.key.json"))!.SecretKey!,
            NumeraiConfiguration.Read(served.Operator)!.SecretKey!,
            (await File.ReadAllTextAsync(Path.Combine(served.Folder, "data", "server.secret"),
                TestContext.Current.CancellationToken)).Trim(),
            (await File.ReadAllTextAsync(webhook, TestContext.Current.CancellationToken)).Trim(),
        ];
        Assert.All(secrets, secret => Assert.True(secret.Length >= 32, "A secret is missing from its file."));
        Assert.All(
            printed.Concat(served.Lines),
            text => Assert.All(secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_log_that_a_demo_keeps_of_its_server_names_the_file_and_not_the_key()
    {
        var folder = Directory.CreateTempSubdirectory("numerai-demo-").FullName;
        var server = await DemoServer.StartAsync(
            folder, 0, new DateTimeOffset(2026, 1, 2, 12, 0, 0, TimeSpan.Zero), CancellationToken.None);
        await server.DisposeAsync();

        var log = await File.ReadAllTextAsync(Path.Combine(folder, "server.log"), TestContext.Current.CancellationToken);
        Assert.Contains(server.OperatorFile, log, StringComparison.Ordinal);
        Assert.DoesNotContain(NumeraiConfiguration.Read(server.OperatorFile)!.SecretKey!, log, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }
}
