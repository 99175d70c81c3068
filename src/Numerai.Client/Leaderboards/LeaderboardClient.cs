using Numerai.Client.Http;
using Numerai.Contracts;

namespace Numerai.Client.Leaderboards;

/// <summary>Models by their mean of the paying scores over the last year, best first.</summary>
public sealed class LeaderboardClient
{
    private readonly ApiTransport _transport;

    internal LeaderboardClient(ApiTransport transport) => _transport = transport;

    public Task<Page<LeaderboardRow>> ListAsync(
        int tournament = DefaultTournament.Number, int? limit = null, int? offset = null, CancellationToken cancellation = default) =>
        _transport.GetAsync<Page<LeaderboardRow>>(
            QueryText.Of($"api/v1/leaderboard/{tournament}", ("limit", limit), ("offset", offset)), cancellation);
}
