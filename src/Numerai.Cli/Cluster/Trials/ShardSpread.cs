using System.Net.Http.Headers;
using System.Net.Http.Json;
using Numerai.Client;

namespace Numerai.Cli.Cluster.Trials;

/// <summary>Asks a cluster how its silos share the scoring shards of a round.</summary>
internal sealed class ShardSpread : IDisposable
{
    private readonly IReadOnlyList<Uri> _urls;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };

    public ShardSpread(IReadOnlyList<Uri> urls, NumeraiCredentials operatorKey)
    {
        _urls = urls;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Token", $"{operatorKey.PublicId}${operatorKey.SecretKey}");
    }

    /// <returns>
    /// Such as "S127.0.0.1:30001:1 10, S127.0.0.1:30002:1 9"; what is gone with a silo that died is not counted, and shards go two minutes
    /// after their last call. "unknown" when no silo answers.
    /// </returns>
    public async Task<string> OfAsync(int tournament, int round, CancellationToken cancellation)
    {
        foreach (var url in _urls)
        {
            try
            {
                var address = new Uri(url, $"/api/v1/cluster/shards/{tournament}/{round}");
                var silos = await _http.GetFromJsonAsync<Dictionary<string, int>>(address, cancellation);
                return silos!.Count == 0 ? "none in memory" : string.Join(", ", silos.Select(silo => $"{silo.Key} {silo.Value}"));
            }
            catch (Exception fault)
                when (fault is HttpRequestException or OperationCanceledException && !cancellation.IsCancellationRequested)
            {
                // It is being killed or is frozen; the next one knows as much.
            }
        }

        return "unknown";
    }

    public void Dispose() => _http.Dispose();
}
