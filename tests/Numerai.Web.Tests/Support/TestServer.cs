using System.Globalization;
using Numerai.Client;
using Numerai.Contracts;
using Numerai.Silo.Hosting;

namespace Numerai.Web.Tests.Support;

/// <summary>A real server in this process, on a free port, a folder of its own and a virtual clock; its operator is at hand.</summary>
public sealed class TestServer : IAsyncLifetime
{
    /// <summary>A Tuesday at noon, when rounds open.</summary>
    public static readonly DateTimeOffset Start = new(2026, 1, 6, 12, 0, 0, TimeSpan.Zero);

    private static int _names;

    private readonly List<NumeraiClient> _clients = [];
    private SiloHost? _server;

    public string Folder { get; } = Directory.CreateTempSubdirectory("numerai-web-").FullName;

    public SiloHost Server => _server ?? throw new InvalidOperationException("The server was not started.");

    public Uri Url => Server.Url;

    public NumeraiClient Operator { get; private set; } = null!;

    /// <summary>A name that no other test uses.</summary>
    public static string NewName(string prefix) => $"{prefix}-{Interlocked.Increment(ref _names).ToString(CultureInfo.InvariantCulture)}";

    public async ValueTask InitializeAsync() => await StartAsync(null);

    /// <summary>Starts, or starts again on the same folder.</summary>
    public async Task StartAsync(Func<SiloSettings, SiloSettings>? change)
    {
        var options = new SiloSettings
        {
            DataFolder = Folder,
            Url = "http://127.0.0.1:0",
            VirtualClock = Start,
            RateLimits = false,
        };
        _server = await SiloHost.StartAsync(change?.Invoke(options) ?? options);
        Operator = Connect(new NumeraiCredentials(Server.OperatorKey.PublicId, Server.OperatorKey.SecretKey));
    }

    public async Task StopAsync() => await Server.DisposeAsync();

    public NumeraiClient Connect(NumeraiCredentials? credentials, HttpMessageHandler? handler = null)
    {
        var options = new NumeraiClientOptions { Url = Url, Credentials = credentials, RetryDelay = TimeSpan.FromMilliseconds(1) };
        var client = new NumeraiClient(options, handler);
        _clients.Add(client);
        return client;
    }

    /// <summary>A new participant, with NMR in the wallet where asked for.</summary>
    public async Task<TestParticipant> RegisterAsync(string prefix, string? wallet = null)
    {
        var registration = await Connect(null).Accounts.RegisterAsync(NewName(prefix));
        var credentials = new NumeraiCredentials(registration.Key.PublicId, registration.Key.Secret);
        if (wallet is not null)
        {
            await Operator.Operator.DepositAsync(registration.Account.Username, Nmr.Parse(wallet));
        }

        return new TestParticipant(registration.Account.Username, credentials, Connect(credentials));
    }

    /// <summary>Publishes a live file and opens the next round of a tournament with one scoring day.</summary>
    public async Task<Round> OpenRoundAsync(int tournament = 8)
    {
        var settings = await Operator.Operator.GetSettingsAsync(tournament);
        if (settings.Scoring.Days != 1)
        {
            await Operator.Operator.ChangeSettingsAsync(
                settings with { Version = settings.Version + 1, Scoring = new ScoringSettings(1, 256) });
        }

        var name = NewName("live") + ".parquet";
        var path = Path.Combine(Folder, name);
        LiveFiles.WriteLive(path);
        await Operator.Operator.PublishDatasetAsync("v5.2/" + name, path);
        return await Operator.Operator.OpenRoundAsync(tournament, new OpenRoundRequest("v5.2/" + name));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
        {
            client.Dispose();
        }

        await StopAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
