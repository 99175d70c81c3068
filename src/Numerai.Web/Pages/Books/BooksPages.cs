using Numerai.Tournament.Actors;
using Numerai.Tournament.Actors.Clocks;
using Numerai.Tournament.Ledger.Audit;
using Numerai.Tournament.Ports;
using Numerai.Web.Ledger;
using Numerai.Web.Pages.Frame;

namespace Numerai.Web.Pages.Books;

internal static class BooksPages
{
    private const int MostCheckpoints = 10;
    private const int MostAlerts = 50;

    /// <summary>Conservation asks every account, so one answer serves everybody for a while.</summary>
    private static readonly TimeSpan _kept = TimeSpan.FromSeconds(30);

    public static void MapBooksPage(this IEndpointRouteBuilder pages) => pages.MapGet(
        PageLinks.Books, async (ConservationCheck conservation, IActors actors, IReadModel readModel, TournamentTime time) =>
            Html.Of<BooksPage, BooksView>(await LoadAsync(conservation, actors, readModel, time))).Keep(_kept);

    private static async Task<Outcome<BooksView>> LoadAsync(
        ConservationCheck conservation, IActors actors, IReadModel readModel, TournamentTime time)
    {
        var runway = await LedgerEndpoints.RunwayAsync(actors, readModel, time);
        if (!runway.Accepted)
        {
            return runway.Refusal;
        }

        return new BooksView(
            time.GetUtcNow(), await conservation.RunAsync(), runway.Value, await readModel.CheckpointsAsync(MostCheckpoints, 0),
            await readModel.AlertsAsync(standing: false, MostAlerts, 0));
    }
}
