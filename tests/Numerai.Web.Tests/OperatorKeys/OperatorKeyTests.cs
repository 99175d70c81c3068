using System.Net;
using Numerai.Client;
using Numerai.Contracts;
using Numerai.Storage.Files;
using Numerai.Web.Hosting;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests.OperatorKeys;

/// <summary>The operator's key when it is lost, and when somebody else has it.</summary>
public sealed class OperatorKeyTests : IAsyncLifetime
{
    private readonly TestServer _server = new();

    private string KeyFile => Path.Combine(_server.Folder, OperatorKey.FileName);

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_start_without_the_file_of_a_replaced_key_makes_none_and_says_how_to_recover()
    {
        await LoseAsync();
        (await OperatorKeyRecovery.InFolderAsync(_server.Folder, null)).Require();
        File.Delete(KeyFile);

        await _server.StartAsync(null);

        Assert.Equal(OperatorKeyState.Missing, _server.Server.OperatorKey.State);
        Assert.False(File.Exists(KeyFile));
        Assert.Contains(
            $"numerai operator key recover --data {_server.Folder}", _server.Server.OperatorKey.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recovered_key_is_the_only_one_that_is_valid()
    {
        var lost = _server.Operator.Options.Credentials;
        var other = await _server.Operator.Accounts.CreateKeyAsync("for the pipeline", ["operator"]);
        await LoseAsync();

        var recovered = (await OperatorKeyRecovery.InFolderAsync(_server.Folder, "http://127.0.0.1:8080")).Require();

        Assert.Equal(["operator's first key", "for the pipeline"], recovered.Revoked);
        await _server.StartAsync(null);
        Assert.Equal(OperatorKeyState.Kept, _server.Server.OperatorKey.State);
        var kept = NumeraiConfiguration.Read(KeyFile)!;
        Assert.Equal("http://127.0.0.1:8080", kept.Url);
        await _server.Operator.Operator.MintAsync(Nmr.FromNmr(1));
        Assert.Equal([recovered.PublicId], (await _server.Operator.Accounts.GetAsync()).ApiKeys.Select(key => key.PublicId));
        foreach (var revoked in new[] { lost, new NumeraiCredentials(other.PublicId, other.Secret) })
        {
            await Refused.WithAsync(
                "not_authenticated", HttpStatusCode.Unauthorized, () => _server.Connect(revoked).Operator.MintAsync(Nmr.FromNmr(1)));
        }
    }

    [Fact]
    public async Task A_running_server_keeps_its_data_from_recovery()
    {
        var before = await File.ReadAllTextAsync(KeyFile);

        await Assert.ThrowsAsync<DataFolderInUseException>(() => OperatorKeyRecovery.InFolderAsync(_server.Folder, null));

        Assert.Equal(before, await File.ReadAllTextAsync(KeyFile));
        await _server.Operator.Operator.MintAsync(Nmr.FromNmr(1));
    }

    [Fact]
    public async Task A_folder_without_the_servers_secret_is_refused_and_left_as_it_is()
    {
        await _server.StopAsync();
        var secret = Path.Combine(_server.Folder, "server.secret");
        var (kept, key) = (await File.ReadAllTextAsync(secret), await File.ReadAllTextAsync(KeyFile));
        File.Delete(secret);

        var refused = await OperatorKeyRecovery.InFolderAsync(_server.Folder, null);

        Assert.Equal("file_not_found", refused.Refusal!.Code);
        Assert.False(File.Exists(secret));
        Assert.Equal(key, await File.ReadAllTextAsync(KeyFile));
        await File.WriteAllTextAsync(secret, kept);
        await _server.StartAsync(null);
    }

    [Fact]
    public async Task A_folder_whose_server_never_started_has_no_operator_to_recover()
    {
        using var empty = new EmptyFolder();
        await using (Storage.Sqlite.SqliteStores.OpenFolder(empty.Path))
        {
            Web.Authentication.ServerSecrets.LoadOrCreate(empty.Path);
        }

        var refused = await OperatorKeyRecovery.InFolderAsync(empty.Path, null);

        Assert.Equal(RefusalCodes.AccountNotFound, refused.Refusal!.Code);
        Assert.False(File.Exists(Path.Combine(empty.Path, OperatorKey.FileName)));
    }

    [Fact]
    public async Task A_file_with_a_key_that_was_revoked_is_told_at_the_start()
    {
        var account = _server.Operator.Accounts;
        var made = await account.CreateKeyAsync("next", ["operator", "manage_account"]);
        var next = _server.Connect(new NumeraiCredentials(made.PublicId, made.Secret));
        Assert.Equal(["operator's first key"], (await next.Accounts.RevokeOtherKeysAsync()).Select(key => key.Name));
        Assert.Empty(await next.Accounts.RevokeOtherKeysAsync());
        await _server.StopAsync();

        await _server.StartAsync(null);

        Assert.Equal(OperatorKeyState.Refused, _server.Server.OperatorKey.State);
        Assert.Contains("is not the operator's", _server.Server.OperatorKey.Describe(), StringComparison.Ordinal);
    }

    private async Task LoseAsync()
    {
        await _server.StopAsync();
        File.Delete(KeyFile);
    }

    private sealed class EmptyFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("numerai-web-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
