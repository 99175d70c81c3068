using System.Globalization;
using System.Net.Http.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Numerai.Client;
using Numerai.Contracts;
using Numerai.Silo.Hosting;
using Numerai.Web.Reads;

namespace Numerai.Grains.Tests.Reads;

/// <summary>
/// Two silos behind a balancer: what one carried out, the other shows to the same caller, who sends a key and nothing else.
/// </summary>
public sealed class TokenPositionTests(PostgresServer server) : IAsyncLifetime
{
    private const string Hold = """
        CREATE FUNCTION held() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'held by a test'; END $$;
        CREATE TRIGGER held BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION held();
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("numerai-positions-");
    private readonly List<SiloHost> _silos = [];
    private NpgsqlConnection _administrator = null!;

    public async ValueTask InitializeAsync()
    {
        var postgres = await server.NewDatabaseAsync();
        for (var number = 1; number <= 2; number++)
        {
            _silos.Add(await SiloHost.StartAsync(new SiloSettings
            {
                PostgreSql = postgres,
                Secret = new string('a', 64),
                DataFolder = _folder.CreateSubdirectory(number.ToString(CultureInfo.InvariantCulture)).FullName,
                AdvertisedAddress = "127.0.0.1",
                SiloPort = 0,
                Url = "http://127.0.0.1:0",
                RateLimits = false,
                Dashboard = false,
            }));
        }

        _administrator = new NpgsqlConnection(postgres);
        await _administrator.OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var silo in _silos)
        {
            await silo.DisposeAsync();
        }

        await (_administrator?.DisposeAsync() ?? default);
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_read_on_one_silo_waits_for_what_the_callers_account_decided_on_the_other()
    {
        var (account, http) = await RegisterAsync();
        using var caller = http;
        using var anybody = new HttpClient();
        var other = _silos[1].Services.GetRequiredService<ReadPositions>();
        other.Patience = TimeSpan.FromMinutes(5);
        await _administrator.ExecuteAsync(Hold);

        using var withdrawn = await caller.PostAsJsonAsync(
            new Uri(_silos[0].Url, "/api/v1/account/withdrawals"), new { amount = "3", commandId = "one" }, Cancellation);
        Assert.True(withdrawn.IsSuccessStatusCode, await withdrawn.Content.ReadAsStringAsync(Cancellation));
        var address = new Uri(_silos[1].Url, $"/api/v1/ledger?chain=participant/{account}");
        Assert.DoesNotContain("withdrawal", await anybody.GetStringAsync(address, Cancellation), StringComparison.Ordinal);
        var read = caller.GetAsync(address, Cancellation);
        while (other.Waiting != 1)
        {
            Cancellation.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        Assert.False(read.IsCompleted);
        await _administrator.ExecuteAsync("DROP TRIGGER held ON events");

        using var answer = await read;
        Assert.False(answer.Headers.Contains(ReadYourWrites.StaleHeader));
        Assert.Contains("withdrawal", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_position_from_one_silo_is_waited_for_on_the_other()
    {
        var (_, http) = await RegisterAsync();
        using var caller = http;
        using var anybody = new HttpClient();
        var other = _silos[1].Services.GetRequiredService<ReadPositions>();
        other.Patience = TimeSpan.Zero;
        await _administrator.ExecuteAsync(Hold);
        using var opened = await caller.PostAsJsonAsync(
            new Uri(_silos[0].Url, "/api/v1/feeds"), new { name = "signal", metadata = new string('a', 64) }, Cancellation);
        var position = opened.Headers.GetValues(PositionList.Header).Single();
        anybody.DefaultRequestHeaders.Add(PositionList.Header, position);
        var address = new Uri(_silos[1].Url, "/api/v1/agreements");
        using var stale = await anybody.GetAsync(address, Cancellation);
        Assert.True(stale.Headers.Contains(ReadYourWrites.StaleHeader));

        await _administrator.ExecuteAsync("DROP TRIGGER held ON events");
        other.Patience = TimeSpan.FromMinutes(5);

        using var fresh = await anybody.GetAsync(address, Cancellation);
        Assert.False(fresh.Headers.Contains(ReadYourWrites.StaleHeader));
        Assert.Contains("feed", await fresh.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>An account with NMR, and a client that knows its key and nothing of positions.</summary>
    private async Task<(AccountId Account, HttpClient Http)> RegisterAsync()
    {
        using var anyone = new NumeraiClient(new NumeraiClientOptions { Url = _silos[0].Url });
        var registration = await anyone.Accounts.RegisterAsync("writer", Cancellation);
        var key = _silos[0].OperatorKey;
        using var theOperator = new NumeraiClient(new NumeraiClientOptions
        {
            Url = _silos[0].Url, Credentials = new NumeraiCredentials(key.PublicId, key.SecretKey),
        });
        await theOperator.Operator.DepositAsync("writer", Nmr.FromNmr(10), cancellation: Cancellation);
        var http = new HttpClient { Timeout = TimeSpan.FromMinutes(10) };
        http.DefaultRequestHeaders.TryAddWithoutValidation(
            "Authorization", $"Token {registration.Key.PublicId}${registration.Key.Secret}");
        return (registration.Account.Id, http);
    }
}
