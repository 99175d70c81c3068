using Numerai.Tournament.Actors;
using Numerai.Tournament.Actors.Clocks;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Web.Http;
using Numerai.Web.Pages.Frame;
using Numerai.Web.Standings;

namespace Numerai.Web.Pages.Tables;

/// <summary>The tables of a tournament: models, accounts, a season, rounds.</summary>
internal static class TournamentPages
{
    private const string One = "/tournaments/{tournament:int}";

    public static void MapTournamentPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(One, async (int tournament, Paging paging, IReadModel readModel, TournamentTime time) =>
            Html.Of<LeaderboardPage, LeaderboardView>(await ReadAsync(tournament, time, async tabs => new LeaderboardView(
                tabs, await paging.PageAsync(
                    (limit, offset) => readModel.LeaderboardAsync(tabs.Tournament, time.GetUtcNow(), limit, offset), row => row)))));
        pages.MapGet(One + "/accounts", async (int tournament, Paging paging, StandingsCache standings, TournamentTime time) =>
            Html.Of<AccountsPage, AccountsView>(await ReadAsync(tournament, time, async tabs => new AccountsView(
                tabs, paging.PageOf(await standings.AccountsAsync(tabs.Tournament), row => row)))));
        pages.MapGet(
            One + "/seasons/{year:int:range(2000,9000)}",
            async (int tournament, int year, Paging paging, StandingsCache standings, TournamentTime time) =>
                Html.Of<SeasonPage, SeasonView>(await ReadAsync(tournament, time, async tabs => new SeasonView(
                tabs, year, paging.PageOf(await standings.SeasonAsync(tabs.Tournament, year), row => row)))));
        pages.MapGet(One + "/rounds", async (int tournament, Paging paging, IReadModel readModel, TournamentTime time) =>
            Html.Of<RoundsPage, RoundsView>(await ReadAsync(tournament, time, async tabs => new RoundsView(
                tabs, await paging.PageAsync((limit, offset) => readModel.RoundsAsync(tabs.Tournament, limit, offset), row => row)))));
    }

    private static async Task<Outcome<TView>> ReadAsync<TView>(
        int tournament, TournamentTime time, Func<TournamentTabsView, Task<TView>> read)
    {
        var within = Tournaments.Read(tournament);
        return within.Accepted ? await read(new TournamentTabsView(within.Value, time.GetUtcNow().Year)) : within.Refusal;
    }
}
