using Numerai.Contracts;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Web.Http;

namespace Numerai.Web.Standings;

internal static class StandingEndpoints
{
    private const int FirstYear = 2000;
    private const int LastYear = 9000;

    public static void MapStandings(this IEndpointRouteBuilder api)
    {
        api.MapGet("/standings/{tournament:int}/accounts", (int tournament, string? account, Paging paging, StandingsCache cache) =>
            PageAsync(tournament, paging, cache.AccountsAsync, row => account is null || IsOf(row.Account, row.Username, account)))
            .WithSummary("Accounts by their reputation, with percentile and returns; ?account= for one.");
        api.MapGet("/standings/{tournament:int}/models", (int tournament, string? account, Paging paging, StandingsCache cache) =>
            PageAsync(tournament, paging, cache.ModelsAsync, row => account is null || IsOf(row.Account, row.Username, account)))
            .WithSummary("Models by their reputation, with percentile and returns; ?account= for those of one account.");
        api.MapGet(
            "/seasons/{tournament:int}/{year:int}", (int tournament, int year, string? account, Paging paging, StandingsCache cache) =>
            year is < FirstYear or > LastYear
                ? Task.FromResult<Answer<Page<SeasonStanding>>>(
                    new Refusal(RefusalCodes.InvalidRequest, $"'{year}' is no season; a season is a year such as 2026."))
                : PageAsync(
                    tournament,
                    paging,
                    id => cache.SeasonAsync(id, year),
                    row => account is null || IsOf(row.Account, row.Username, account)))
            .WithSummary("A season's ranks and titles; ?account= for one account.");
    }

    private static async Task<Answer<Page<T>>> PageAsync<T>(
        int tournament, Paging paging, Func<TournamentId, Task<IReadOnlyList<T>>> read, Func<T, bool> wanted)
    {
        var within = Tournaments.Read(tournament);
        return within.Accepted ? paging.PageOf((await read(within.Value)).Where(wanted), row => row) : within.Refusal;
    }

    private static bool IsOf(AccountId id, string username, string account) =>
        string.Equals(username, account, StringComparison.OrdinalIgnoreCase)
            || string.Equals(id.ToString(), account, StringComparison.OrdinalIgnoreCase);
}
