using Numerai.Web.Hosting;

namespace Numerai.Web.Reconciliation;

/// <summary>Compares the books of the latest rounds every hour.</summary>
internal sealed class ReconciliationJob(ReconciliationService service, ILogger<ReconciliationJob> logger) : EnduringService(logger)
{
    private const int Rounds = 30;
    private static readonly TimeSpan _interval = TimeSpan.FromHours(1);

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var report = await service.RunAsync(Rounds, stoppingToken);
                foreach (var gap in report.Gaps)
                {
                    Logger.LogError("Books differ: {Code} {Subject}: {Message}", gap.Code, gap.Subject, gap.Message);
                }
            }
#pragma warning disable CA1031 // The next comparison tries again; a server must not go down because books could not be read.
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Logger.LogError(fault, "The books could not be compared.");
            }
        }
    }
}
