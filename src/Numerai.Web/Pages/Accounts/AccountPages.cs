using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Web.Accounts;
using Numerai.Web.Pages.Frame;
using Numerai.Web.Standings;

namespace Numerai.Web.Pages.Accounts;

internal static class AccountPages
{
    /// <summary>More than an account may have in all tournaments.</summary>
    private const int MostModels = 1_000;

    public static void MapAccountPage(this IEndpointRouteBuilder pages) => pages.MapGet(
        "/accounts/{account}", async (string account, IActors actors, IReadModel readModel, StandingsCache standings) =>
            Html.Of<AccountPage, AccountPageView>(await LoadAsync(account, actors, readModel, standings)));

    private static async Task<Outcome<AccountPageView>> LoadAsync(
        string account, IActors actors, IReadModel readModel, StandingsCache standings)
    {
        var participant = await actors.Participant(AccountLookup.Read(account)).GetAsync();
        if (!participant.Accepted)
        {
            return participant.Refusal;
        }

        var (id, places) = (participant.Value.Id, new List<(TournamentId, Standing)>());
        foreach (var tournament in Tournaments.Ids)
        {
            if ((await standings.AccountsAsync(tournament)).FirstOrDefault(row => row.Account == id) is { } place)
            {
                places.Add((tournament, place));
            }
        }

        return new AccountPageView(participant.Value.Username, await readModel.ModelsAsync(null, id, MostModels, 0), places);
    }
}
