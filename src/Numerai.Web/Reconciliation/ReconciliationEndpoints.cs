using Numerai.Contracts;
using Numerai.Tournament.Ports;
using Numerai.Web.Http;

namespace Numerai.Web.Reconciliation;

internal static class ReconciliationEndpoints
{
    private const int UsualRounds = 100;
    private const int MostRounds = 10_000;

    /// <summary>Mapped under the operator's group.</summary>
    public static void MapReconciliation(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/reconciliation", RunAsync)
            .WithSummary(
                "Compare scores, settlements, ledger and balances of the latest rounds now; raises and clears alerts. ?rounds= (default "
                    + "100).");
        endpoints.MapGet("/alerts", ListAsync).WithSummary("Alerts, newest first; ?standing=true for those that stand.");
    }

    private static async Task<Answer<Contracts.Reconciliation>> RunAsync(int? rounds, ReconciliationService service, HttpContext context) =>
        rounds is < 1 or > MostRounds
            ? new Refusal(RefusalCodes.InvalidRequest, $"'rounds' is {rounds}; it is 1 to {MostRounds}.")
            : await service.RunAsync(rounds ?? UsualRounds, context.RequestAborted);

    private static async Task<Answer<Page<Alert>>> ListAsync(bool? standing, Paging paging, IReadModel readModel) =>
        await paging.PageAsync((limit, offset) => readModel.AlertsAsync(standing ?? false, limit, offset), row => row);
}
