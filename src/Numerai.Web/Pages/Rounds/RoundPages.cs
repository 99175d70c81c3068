using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Web.Http;
using Numerai.Web.Pages.Frame;
using Numerai.Web.Rounds;

namespace Numerai.Web.Pages.Rounds;

internal static class RoundPages
{
    public static void MapRoundPage(this IEndpointRouteBuilder pages) => pages.MapGet(
        "/tournaments/{tournament:int}/rounds/{number:int}",
        async (int tournament, int number, Paging paging, IActors actors, IReadModel readModel) =>
            Html.Of<RoundPage, RoundPageView>(await LoadAsync(tournament, number, paging, actors, readModel)));

    private static async Task<Outcome<RoundPageView>> LoadAsync(
        int tournament, int number, Paging paging, IActors actors, IReadModel readModel)
    {
        var round = await RoundEndpoints.FindAsync(tournament, number, actors);
        if (!round.Accepted)
        {
            return round.Refusal;
        }

        var payouts = await readModel.PayoutsAsync(null, round.Value.Id);
        return new RoundPageView(
            round.Value,
            await readModel.CommitmentsAsync(round.Value.Id),
            paging.PageOf(payouts.OrderByDescending(row => row.AtRisk).ThenBy(row => row.ModelName, StringComparer.Ordinal), row => row));
    }
}
