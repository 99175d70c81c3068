using System.Globalization;
using Dapper;
using Npgsql;
using Numerai.Client;
using Numerai.Silo.Hosting;

namespace Numerai.Grains.Tests.Exhaustion;

/// <summary>Two silos in this process, with their web APIs, on a database that can be told to have no connections for them.</summary>
internal sealed class ExhaustedCluster : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("numerai-exhausted-");
    private readonly NpgsqlConnection _administrator;
    private readonly string _role;
    private readonly List<SiloHost> _silos = [];

    private ExhaustedCluster(NpgsqlConnection administrator, string role) => (_administrator, _role) = (administrator, role);

    public IReadOnlyList<Uri> Urls => [.. _silos.Select(silo => silo.Url)];

    public NumeraiCredentials OperatorKey
    {
        get
        {
            var kept = NumeraiConfiguration.Read(Path.Combine(_folder.FullName, "1", Web.Hosting.OperatorKey.FileName))!;
            return new NumeraiCredentials(kept.PublicId!, kept.SecretKey!);
        }
    }

    public static async Task<ExhaustedCluster> StartAsync(string postgres)
    {
        var administrator = new NpgsqlConnection(postgres);
        await administrator.OpenAsync();
        var settings = new NpgsqlConnectionStringBuilder(postgres) { Username = $"silos_of_{administrator.Database}", Password = "silos" };
        await administrator.ExecuteAsync(
            $"CREATE ROLE {settings.Username} LOGIN PASSWORD 'silos'; "
            + $"ALTER DATABASE {administrator.Database} OWNER TO {settings.Username}");
        var cluster = new ExhaustedCluster(administrator, settings.Username!);
        for (var number = 1; number <= 2; number++)
        {
            await cluster.AddSiloAsync(number, settings.ConnectionString);
        }

        return cluster;
    }

    /// <summary>From now on the server has no connection for silos, and those they have are gone.</summary>
    public async Task ExhaustAsync()
    {
        await _administrator.ExecuteAsync($"ALTER ROLE {_role} CONNECTION LIMIT 0");
        await _administrator.ExecuteAsync(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = @role", new { role = _role });
    }

    public Task RecoverAsync() => _administrator.ExecuteAsync($"ALTER ROLE {_role} CONNECTION LIMIT -1");

    public async ValueTask DisposeAsync()
    {
        await RecoverAsync();
        foreach (var silo in _silos)
        {
            await silo.DisposeAsync();
        }

        await _administrator.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task AddSiloAsync(int number, string postgres)
    {
        var silo = await SiloHost.StartAsync(new SiloSettings
        {
            PostgreSql = postgres,
            Secret = new string('a', 64),
            DataFolder = _folder.CreateSubdirectory(number.ToString(CultureInfo.InvariantCulture)).FullName,
            AdvertisedAddress = "127.0.0.1",
            SiloPort = 0,
            Url = "http://127.0.0.1:0",
            RateLimits = false,
            Dashboard = false,
        });
        _silos.Add(silo);
    }
}
