using Numerai.Contracts;
using Numerai.Tournament.Actors.Clocks;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Web.Pages.Frame;

namespace Numerai.Web.Pages.Home;

internal static class HomePages
{
    private const int Leaders = 5;

    /// <summary>A round resolves about a month after it opened, so the newest resolved one is among these.</summary>
    private const int LookedBack = 100;

    private const int MostAlerts = 10;

    public static void MapHomePage(this IEndpointRouteBuilder pages) => pages.MapGet(
        "/", async (IReadModel readModel, TournamentTime time) => Html.Of<HomePage, HomeView>(await LoadAsync(readModel, time)));

    private static async Task<HomeView> LoadAsync(IReadModel readModel, TournamentTime time)
    {
        var cards = new List<TournamentCard>();
        foreach (var tournament in Tournaments.Ids)
        {
            cards.Add(await CardAsync(tournament, readModel, time));
        }

        return new HomeView(cards, await readModel.AlertsAsync(standing: true, MostAlerts, 0));
    }

    private static async Task<TournamentCard> CardAsync(TournamentId tournament, IReadModel readModel, TournamentTime time)
    {
        var rounds = await readModel.RoundsAsync(tournament, LookedBack, 0);
        var leaders = rounds.Count == 0 ? [] : await readModel.LeaderboardAsync(tournament, time.GetUtcNow(), Leaders, 0);
        return new TournamentCard(
            tournament, rounds.Count == 0 ? null : rounds[0], rounds.FirstOrDefault(round => round.Phase == RoundPhase.Resolved), leaders);
    }
}
