using Numerai.Tournament.Actors.Clocks;
using Numerai.Tournament.Ports;

namespace Numerai.Web.Hosting;

/// <summary>Removes uploads that expired unused, every few minutes; a virtual clock sweeps when it is moved.</summary>
internal sealed class UploadSweep(IUploadStore uploads, TournamentTime time, ILogger<UploadSweep> logger) : EnduringService(logger)
{
    private static readonly TimeSpan _interval = TimeSpan.FromMinutes(10);

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var removed = await uploads.SweepAsync(time.GetUtcNow());
                Logger.LogInformation("Removed {Removed} expired uploads.", removed);
            }
#pragma warning disable CA1031 // The next sweep tries again; a server must not go down because a file could not be removed.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                Logger.LogError(fault, "Expired uploads could not be removed.");
            }
        }
    }
}
