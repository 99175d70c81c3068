using Numerai.Contracts;
using Numerai.Tournament.Actors.Clocks;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Web.Http;

namespace Numerai.Web.Leaderboards;

internal static class LeaderboardEndpoints
{
    public static void MapLeaderboard(this IEndpointRouteBuilder api) => api.MapGet("/leaderboard/{tournament:int}", ListAsync)
        .WithSummary("Models by their mean of the paying scores over the last year, best first.");

    internal static async Task<Answer<Page<LeaderboardRow>>> ListAsync(
        int tournament, Paging paging, IReadModel readModel, TournamentTime time)
    {
        var within = Tournaments.Read(tournament);
        return within.Accepted
            ? await paging.PageAsync(
                (limit, offset) => readModel.LeaderboardAsync(within.Value, time.GetUtcNow(), limit, offset), row => row)
            : within.Refusal;
    }
}
