using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Numerai.Client;
using Numerai.Contracts;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Scoring;

namespace Numerai.Grains.Tests.Placement;

/// <summary><c>GET /api/v1/cluster/shards/TOURNAMENT/ROUND</c>: what the cluster itself says of where a round's shards are.</summary>
public sealed class ShardEndpointTests(LocalSilo silo) : IClassFixture<LocalSilo>, IDisposable
{
    private static readonly ObjectReference _none = new("none", new string('0', 64), 0);
    private readonly HttpClient _http = new();

    [Fact]
    public async Task An_operator_is_told_how_many_shards_of_a_round_each_silo_has()
    {
        await CallAsync("8/1/0", "8/1/1", "8/1/late-0", "8/11/0", "11/1/0");

        Assert.Equal([3], (await SpreadAsync("8/1")).Values);
        Assert.Equal([1], (await SpreadAsync("8/11")).Values);
        Assert.Equal([1], (await SpreadAsync("11/1")).Values);
    }

    [Fact]
    public async Task A_round_without_shards_in_memory_has_no_silos() => Assert.Empty(await SpreadAsync("8/999"));

    [Fact]
    public async Task Nobody_but_an_operator_is_told()
    {
        using var anyone = new NumeraiClient(new NumeraiClientOptions { Url = silo.Url });
        var registration = await anyone.Accounts.RegisterAsync("nosy", TestContext.Current.CancellationToken);

        using var unknown = await SendAsync("8/1", null);
        using var participant = await SendAsync("8/1", new NumeraiCredentials(registration.Key.PublicId, registration.Key.Secret));

        Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, participant.StatusCode);
    }

    [Fact]
    public async Task A_round_that_is_no_number_is_not_found()
    {
        using var answer = await SendAsync("8/first", silo.OperatorKey);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Shards are in memory once they are called; what they are asked for is stored, so they have nothing to compute.</summary>
    private async Task CallAsync(params string[] keys)
    {
        foreach (var key in keys)
        {
            await silo.Services.GetRequiredService<IObjectStore>().PutAsync($"rounds/{key}/pairwise-correlations.json", "[]"u8.ToArray());
            await silo.Actors.ScoringShard(key).CompareAsync(new ShardWork(new(TournamentId.Classic, 1), _none, 0, 0, _none, "none"));
        }
    }

    private async Task<Dictionary<string, int>> SpreadAsync(string round)
    {
        using var answer = await SendAsync(round, silo.OperatorKey);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<Dictionary<string, int>>(TestContext.Current.CancellationToken))!;
    }

    private async Task<HttpResponseMessage> SendAsync(string round, NumeraiCredentials? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(silo.Url, $"/api/v1/cluster/shards/{round}"));
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Token", $"{key.PublicId}${key.SecretKey}");
        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
