using Numerai.Client;

namespace Numerai.Cli.Cluster.Trials;

/// <summary>One key's clients, one an address.</summary>
internal sealed class TrialCaller(TrialServers servers, IReadOnlyList<NumeraiClient> clients) : IDisposable
{
    public Task<T> CallAsync<T>(Func<NumeraiClient, Task<T>> call, CancellationToken cancellation) =>
        servers.CallAsync(clients, call, cancellation);

    public void Dispose()
    {
        foreach (var client in clients)
        {
            client.Dispose();
        }
    }
}
