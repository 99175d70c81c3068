using System.Net;
using Numerai.Client;
using Numerai.Contracts;
using Numerai.Silo.Hosting;
using Numerai.Web.Authentication;
using Numerai.Web.Hosting;

namespace Numerai.Grains.Tests;

/// <summary>The operator's key of a cluster, lost with every silo's copy of it.</summary>
public sealed class OperatorKeyTests(PostgresServer postgres) : IDisposable
{
    private const string Secret = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    private static readonly ServerSecrets _secrets = new(Convert.FromHexString(Secret));
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("numerai-silo-");

    private string KeyFile => Path.Combine(_folder.FullName, OperatorKey.FileName);

    [Fact]
    public async Task It_is_recovered_when_no_silo_runs_and_the_lost_one_is_refused_from_then_on()
    {
        var database = await postgres.NewDatabaseAsync();
        NumeraiCredentials lost;
        await using (var silo = await StartAsync(database, _folder.FullName))
        {
            Assert.Equal(OperatorKeyState.Made, silo.OperatorKey.State);
            lost = new NumeraiCredentials(silo.OperatorKey.PublicId, silo.OperatorKey.SecretKey);
            var refused = await OperatorKeyRecovery.InClusterAsync(database, _secrets, KeyFile, null);
            Assert.Equal("cluster_in_use", refused.Refusal!.Code);
            await MintAsync(silo.Url, lost);
        }

        File.Delete(KeyFile);
        var recovered = (await OperatorKeyRecovery.InClusterAsync(database, _secrets, KeyFile, "http://tournament.example.org")).Require();

        Assert.Equal(["operator's first key"], recovered.Revoked);
        await using var again = await StartAsync(database, _folder.FullName);
        Assert.Equal(OperatorKeyState.Kept, again.OperatorKey!.State);
        await MintAsync(again.Url, new NumeraiCredentials(again.OperatorKey.PublicId, again.OperatorKey.SecretKey));
        var refusal = await Assert.ThrowsAsync<NumeraiApiException>(() => MintAsync(again.Url, lost));
        Assert.Equal((HttpStatusCode.Unauthorized, "not_authenticated"), (refusal.Status, refusal.Code));
    }

    [Fact]
    public async Task A_silo_without_a_copy_of_a_replaced_key_makes_none_and_says_how_to_recover()
    {
        var database = await postgres.NewDatabaseAsync();
        await using (await StartAsync(database, _folder.FullName))
        {
        }

        (await OperatorKeyRecovery.InClusterAsync(database, _secrets, KeyFile, null)).Require();
        var other = Directory.CreateDirectory(Path.Combine(_folder.FullName, "other")).FullName;

        await using var silo = await StartAsync(database, other);

        Assert.Equal(OperatorKeyState.Missing, silo.OperatorKey.State);
        Assert.Contains("numerai operator key recover --postgresql", silo.OperatorKey.Describe(), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(other, OperatorKey.FileName)));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<SiloHost> StartAsync(string database, string folder)
    {
        return await SiloHost.StartAsync(new SiloSettings
        {
            PostgreSql = database,
            Secret = Secret,
            DataFolder = folder,
            Url = "http://127.0.0.1:0",
            AdvertisedAddress = "127.0.0.1",
            SiloPort = 0,
            RateLimits = false,
        });
    }

    private static async Task MintAsync(Uri url, NumeraiCredentials key)
    {
        using var client = new NumeraiClient(new NumeraiClientOptions { Url = url, Credentials = key });
        await client.Operator.MintAsync(Nmr.FromNmr(1), cancellation: TestContext.Current.CancellationToken);
    }
}
