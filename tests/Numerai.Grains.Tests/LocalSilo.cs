using Numerai.Client;
using Numerai.Silo.Hosting;
using Numerai.Tournament.Actors;

namespace Numerai.Grains.Tests;

/// <summary>One silo with its web API, in local mode, for the tests of a class.</summary>
public sealed class LocalSilo : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("numerai-silo-");
    private SiloHost _silo = null!;

    public IServiceProvider Services => _silo.Services;

    public IActors Actors => _silo.Actors;

    public Uri Url => _silo.Url;

    public NumeraiCredentials OperatorKey
    {
        get
        {
            var kept = NumeraiConfiguration.Read(Path.Combine(_folder.FullName, Web.Hosting.OperatorKey.FileName))!;
            return new NumeraiCredentials(kept.PublicId!, kept.SecretKey!);
        }
    }

    public async ValueTask InitializeAsync()
    {
        _silo = await SiloHost.StartAsync(
            new SiloSettings { DataFolder = _folder.FullName, Url = "http://127.0.0.1:0", RateLimits = false });
    }

    public async ValueTask DisposeAsync()
    {
        await _silo.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
