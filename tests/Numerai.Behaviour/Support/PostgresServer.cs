using Numerai.Storage.Postgres;

namespace Numerai.Behaviour;

/// <summary>A private PostgreSQL server for all tests of this program, started by the first that asks for a database.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly SemaphoreSlim _starting = new(1);
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"numerai-postgres-{Guid.NewGuid():N}");
    private PrivatePostgres? _server;
    private int _databases;

    /// <summary>The connection string of a database of the test's own; skips the test where there is no PostgreSQL.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        await _starting.WaitAsync();
        try
        {
            if (_server is null)
            {
                _server = Make();
                await _server.StartAsync(durable: false);
            }

            return await _server.DatabaseAsync($"test{++_databases}");
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>For tests in which the server goes away.</summary>
    public PrivatePostgres Server => _server ?? throw new InvalidOperationException("Ask for a database first.");

    public async ValueTask DisposeAsync()
    {
        _starting.Dispose();
        if (_server is not null)
        {
            await _server.StopAsync();
            Directory.Delete(_folder, recursive: true);
        }
    }

    private PrivatePostgres Make()
    {
        try
        {
            return PrivatePostgres.In(_folder);
        }
        catch (PostgresProgramException missing)
        {
            Assert.Skip(missing.Message);
            throw;
        }
    }
}
