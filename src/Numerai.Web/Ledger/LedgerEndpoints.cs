using Numerai.Tournament.Actors;
using Numerai.Tournament.Audit;
using Numerai.Tournament.Ports;
using Numerai.Web.Http;

namespace Numerai.Web.Ledger;

internal static class LedgerEndpoints
{
    public static void MapLedger(this IEndpointRouteBuilder api)
    {
        api.MapGet("/ledger", ListAsync).WithSummary("Every transfer of NMR, oldest first; ?chain= for one chain.");
        api.MapGet("/treasury", GetTreasuryAsync).WithSummary("The treasury that payouts come from.");
        api.MapGet("/conservation", CheckAsync)
            .WithSummary("Whether all NMR is accounted for: issued = wallets + stakes + pending + agreements + treasury + burned, actors against ledger.");
    }

    private static async Task<Answer<Page<LedgerEntryResponse>>> ListAsync(string? chain, Paging paging, IReadModel readModel) =>
        await paging.PageAsync((limit, offset) => readModel.LedgerAsync(chain, limit, offset), LedgerEntryResponse.Of);

    private static async Task<Answer<ConservationResponse>> CheckAsync(ConservationCheck check) =>
        ConservationResponse.Of(await check.RunAsync());

    private static async Task<Answer<TreasuryResponse>> GetTreasuryAsync(IActors actors) =>
        Answer<TreasuryResponse>.Of(await actors.Treasury().GetAsync(), TreasuryResponse.Of);
}
