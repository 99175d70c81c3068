using Microsoft.Extensions.Hosting;

namespace Numerai.Web.Hosting;

/// <summary>
/// Work in the background of a server that goes on: what it throws is logged, and it is begun again after a pause that grows. A plain
/// background service would take the whole server down with it, or be gone without anybody noticing.
/// </summary>
/// <param name="logger">Hears of faults.</param>
/// <param name="time">The clock of the pauses; real time when null, also where the tournament's clock is moved by hand.</param>
public abstract class EnduringService(ILogger logger, TimeProvider? time = null) : BackgroundService
{
    private static readonly TimeSpan _firstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longestPause = TimeSpan.FromMinutes(1);

    /// <summary>Where the service and its work log.</summary>
    protected ILogger Logger { get; } = logger;

    /// <summary>The work, until the server stops; when it returns, it is done for good.</summary>
    protected abstract Task RunAsync(CancellationToken stoppingToken);

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = _firstPause; !await TryAsync(pause, stoppingToken); pause = pause * 2 < _longestPause ? pause * 2 : _longestPause)
        {
            await Task.Delay(pause, time ?? TimeProvider.System, stoppingToken);
        }
    }

    private async Task<bool> TryAsync(TimeSpan pause, CancellationToken stoppingToken)
    {
        try
        {
            await RunAsync(stoppingToken);
            return true;
        }
#pragma warning disable CA1031 // Whatever it was, the service begins again; the log has it.
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Logger.LogError(fault, "{Service} failed; it begins again in {Pause}.", GetType().Name, pause);
            return false;
        }
    }
}
