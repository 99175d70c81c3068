using Microsoft.Extensions.Hosting;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Identity;
using Numerai.Tournament.Ports;

namespace Numerai.Web.Hosting;

/// <summary>
/// Looks for what is due: rounds to open and close, steps that a crash cut short, uploads that expired. Once at the start, and then every
/// few seconds on real time; a virtual clock does it when it is moved.
/// </summary>
internal sealed class DueWork(
    WebServerOptions options, IActors actors, IUploadStore uploads, IServerClock clock, ILogger<DueWork> logger) : BackgroundService
{
    private static readonly TournamentId[] _tournaments = [TournamentId.Classic, TournamentId.Signals, TournamentId.Crypto];

    /// <summary>Does what is due now and says what that was.</summary>
    public static async Task<IReadOnlyList<string>> TickAsync(IActors actors, IUploadStore uploads, DateTimeOffset now)
    {
        var done = new List<string>();
        foreach (var tournament in _tournaments)
        {
            done.AddRange((await actors.Schedule(tournament).TickAsync()).Require());
        }

        await uploads.SweepAsync(now);
        return done;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await TickAsync();
        if (clock.IsVirtual)
        {
            return;
        }

        using var timer = new PeriodicTimer(options.TickEvery);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TickAsync();
        }
    }

    private async Task TickAsync()
    {
        try
        {
            foreach (var line in await TickAsync(actors, uploads, clock.Now))
            {
                logger.LogInformation("{Done}", line);
            }
        }
#pragma warning disable CA1031 // The next tick tries again; a server must not go down because one round can't go on.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            logger.LogError(fault, "What was due could not be done.");
        }
    }
}
