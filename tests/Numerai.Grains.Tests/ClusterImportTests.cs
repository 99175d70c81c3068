using System.Text.Json;
using System.Text.RegularExpressions;
using Numerai.Client;
using Numerai.Contracts;
using Numerai.Silo.Hosting;

namespace Numerai.Grains.Tests;

/// <summary>A tournament that has outgrown one machine moves to a cluster with one command.</summary>
public sealed class ClusterImportTests : IDisposable
{
    /// <summary>Made open to others: PostgreSQL, which does not run as root, has its data in it.</summary>
    private readonly DirectoryInfo _folder = Directory.CreateDirectory(
        Path.Combine(Path.GetTempPath(), $"numerai-import-{Guid.NewGuid():N}"));

    private string Data => Path.Combine(_folder.FullName, "data");

    private string Cluster => Path.Combine(_folder.FullName, "cluster");

    [Fact]
    public async Task Accounts_stakes_books_and_keys_of_a_single_machine_are_those_of_the_cluster()
    {
        var (key, before) = await RunSingleMachineAsync();

        var import = await NumeraiProgram.RunAsync("cluster", "import", "--data", Data, "--folder", Cluster);
        Assert.True(import.ExitCode == 0, import.Output + import.Error);
        try
        {
            var up = await NumeraiProgram.RunAsync("cluster", "up", "--silos", "1", "--folder", Cluster);
            Assert.True(up.ExitCode == 0, up.Output + up.Error);
            using var client = Client(await UrlAsync(), key);
            var after = await client.Accounts.GetAsync(TestContext.Current.CancellationToken);
            Assert.Equal(JsonSerializer.Serialize(before), JsonSerializer.Serialize(after));
            Assert.Equal(Nmr.FromNmr(10), Assert.Single(after.Models).Stake);
            Assert.True((await client.Ledger.CheckConservationAsync(TestContext.Current.CancellationToken)).Holds);
        }
        finally
        {
            await NumeraiProgram.RunAsync("cluster", "down", "--folder", Cluster);
        }
    }

    [Fact]
    public async Task A_folder_whose_server_still_runs_is_not_moved()
    {
        await using var server = await StartAsync();

        var import = await NumeraiProgram.RunAsync("cluster", "import", "--data", Data, "--folder", Cluster);

        Assert.Equal(1, import.ExitCode);
        Assert.StartsWith("data_folder_in_use: ", import.Error, StringComparison.Ordinal);
        Assert.Contains(Data, import.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Cluster));
    }

    [Fact]
    public async Task A_folder_of_a_virtual_clock_is_not_moved()
    {
        var noon = new DateTimeOffset(2026, 1, 6, 12, 0, 0, TimeSpan.Zero);
        await using (await SiloHost.StartAsync(
            new SiloSettings { DataFolder = Data, Url = "http://127.0.0.1:0", VirtualClock = noon },
            TestContext.Current.CancellationToken))
        {
        }

        var import = await NumeraiProgram.RunAsync("cluster", "import", "--data", Data, "--folder", Cluster);

        Assert.Equal(1, import.ExitCode);
        Assert.StartsWith("data_folder_virtual_clock: ", import.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Cluster));
    }

    [Fact]
    public async Task A_folder_that_is_no_servers_is_not_moved()
    {
        var import = await NumeraiProgram.RunAsync("cluster", "import", "--data", _folder.FullName, "--folder", Cluster);

        Assert.Equal(1, import.ExitCode);
        Assert.StartsWith("file_not_found: ", import.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<(NumeraiCredentials Key, Account Account)> RunSingleMachineAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var server = await StartAsync();
        using var root = Client(server.Url, new NumeraiCredentials(server.OperatorKey.PublicId, server.OperatorKey.SecretKey));
        var registration = await root.Accounts.RegisterAsync("mover", cancellation);
        var key = new NumeraiCredentials(registration.Key.PublicId, registration.Key.Secret);
        await root.Operator.DepositAsync("mover", Nmr.FromNmr(100), "deposit-1", cancellation);
        using var mover = Client(server.Url, key);
        await mover.Models.CreateAsync("moving_model", 8, cancellation);
        await mover.Stakes.IncreaseStakeAsync("moving_model", Nmr.FromNmr(10), "stake-1", cancellation: cancellation);
        return (key, await mover.Accounts.GetAsync(cancellation));
    }

    private Task<SiloHost> StartAsync() => SiloHost.StartAsync(
        new SiloSettings { DataFolder = Data, Url = "http://127.0.0.1:0", RateLimits = false }, TestContext.Current.CancellationToken);

    private async Task<Uri> UrlAsync()
    {
        var status = await NumeraiProgram.RunAsync("cluster", "status", "--folder", Cluster);
        return new Uri(Regex.Match(status.Output, @"http://[\w.:]+").Value);
    }

    private static NumeraiClient Client(Uri url, NumeraiCredentials key) => new(new NumeraiClientOptions { Url = url, Credentials = key });
}
