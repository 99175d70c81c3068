using Numerai.Contracts;
using Numerai.Storage.Files;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Treasury;

namespace Numerai.Local.Tests;

public sealed class LocalHostTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("numerai-local-");

    [Fact]
    public async Task What_was_done_before_a_restart_is_there_after_it()
    {
        await using (var host = await LocalHost.CreateAsync(new LocalHostOptions { DataFolder = _folder.FullName }))
        {
            (await host.Actors.Treasury().MintAsync(new Mint("genesis", Nmr.FromNmr(1000)))).Require();
            await RegisterAsync(host, "ada");
        }

        await using var restarted = await LocalHost.CreateAsync(new LocalHostOptions { DataFolder = _folder.FullName });
        Assert.Equal(Nmr.FromNmr(1000), (await restarted.Actors.Treasury().GetAsync()).Require().Balance);
        Assert.Equal([NamedUuid.Account("ada")], await restarted.ReadModel.AccountsAsync());
    }

    [Fact]
    public async Task A_second_server_on_the_same_folder_is_refused_with_a_sentence()
    {
        await using var host = await LocalHost.CreateAsync(new LocalHostOptions { DataFolder = _folder.FullName });

        var refused = await Assert.ThrowsAsync<DataFolderInUseException>(
            () => LocalHost.CreateAsync(new LocalHostOptions { DataFolder = _folder.FullName }));
        Assert.Contains("Another server uses the data folder", refused.Message, StringComparison.Ordinal);
        Assert.Equal(Nmr.Zero, (await host.Actors.Treasury().GetAsync()).Require().Balance);
    }

    [Fact]
    public async Task A_disposed_host_takes_no_more_calls()
    {
        var host = await LocalHost.CreateAsync(new LocalHostOptions());
        await host.DisposeAsync();
        await host.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => host.Actors.Treasury().MintAsync(new Mint("late", Nmr.FromNmr(1))));
    }

    [Fact]
    public async Task Only_a_virtual_clock_can_be_advanced()
    {
        await using var host = await LocalHost.CreateAsync(new LocalHostOptions());

        await Assert.ThrowsAsync<InvalidOperationException>(() => host.AdvanceToAsync(DateTimeOffset.MaxValue));
    }

    [Theory]
    [InlineData(HostMode.Parallel)]
    [InlineData(HostMode.Deterministic)]
    public async Task Both_modes_serve_a_folder(HostMode mode)
    {
        var options = new LocalHostOptions { DataFolder = _folder.FullName, Mode = mode };
        await using var host = await LocalHost.CreateAsync(options);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => RegisterAsync(host, $"user{number}")));

        Assert.Equal(20, (await host.ReadModel.AccountsAsync()).Count);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task RegisterAsync(LocalHost host, string name) =>
        (await host.Actors.Participant(NamedUuid.Account(name)).RegisterAsync(
            new RegisterAccount(
                name, new AddApiKey(PublicKeyId.Create(NamedUuid.Account(name)), new string('a', 64), "first", ["read"])))).Require();
}
