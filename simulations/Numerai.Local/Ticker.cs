using Microsoft.Extensions.Logging;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Identity;

namespace Numerai.Local;

/// <summary>
/// Wakes the schedules: rounds close when their time has come, and steps that were cut short go on. Each tournament has a lane of its own, so
/// that one whose feed stalls delays no other.
/// </summary>
internal sealed class Ticker : IAsyncDisposable
{
    private readonly IActors _actors;
    private readonly ILogger _logger;
    private readonly bool _sideBySide;
    private readonly TickerLane _outboxes;
    private readonly TickerLane[] _tournaments;
    private readonly TickerLane _checkpoint;
    private ITimer? _timer;

    /// <param name="actors">Who is ticked.</param>
    /// <param name="tournaments">Whose schedules are ticked.</param>
    /// <param name="checkpointInterval">How old the newest checkpoint over the books may become.</param>
    /// <param name="publishAgain">Publishes what waits in outboxes.</param>
    /// <param name="sideBySide">Whether a tick takes tournaments at once; else one after the other, in an order that can be repeated.</param>
    /// <param name="logger">Gets what was done and what failed.</param>
    /// <param name="stopping">The host is about to stop; what it breaks off is no failure.</param>
    public Ticker(
        IActors actors,
        IReadOnlyList<TournamentId> tournaments,
        TimeSpan checkpointInterval,
        Func<Task> publishAgain,
        bool sideBySide,
        ILogger logger,
        CancellationToken stopping)
    {
        _actors = actors;
        _logger = logger;
        _sideBySide = sideBySide;
        _outboxes = new TickerLane("publishing events again", publishAgain, logger, stopping);
        _tournaments = [.. tournaments.Select(tournament => new TickerLane(
            $"the schedule of tournament {tournament}", () => TickAsync(tournament), logger, stopping))];
        _checkpoint = new TickerLane(
            "the checkpoint over the books", () => _actors.LedgerCheckpoints().CheckpointAsync(checkpointInterval), logger, stopping);
    }

    /// <summary>Ticks from now on, once every interval. What takes longer is left out of ticks until it is done.</summary>
    public void Start(TimeProvider time, TimeSpan interval) => _timer = time.CreateTimer(_ => Tick(), null, interval, interval);

    /// <summary>Publishes what waits in outboxes.</summary>
    public Task PublishAsync() => _outboxes.RunAsync();

    /// <summary>Ticks everything; done when all of it is.</summary>
    public async Task TickAsync()
    {
        await _outboxes.RunAsync();
        if (_sideBySide)
        {
            await Task.WhenAll(_tournaments.Select(lane => lane.RunAsync()));
        }
        else
        {
            foreach (var lane in _tournaments)
            {
                await lane.RunAsync();
            }
        }

        await _checkpoint.RunAsync();
    }

    /// <summary>Begins what is not under way, and waits for nothing.</summary>
    public void Tick()
    {
        foreach (var lane in Lanes)
        {
            _ = Task.Run(lane.RunUnlessBusyAsync);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_timer is not null)
        {
            await _timer.DisposeAsync();
        }

        foreach (var lane in Lanes)
        {
            await lane.DisposeAsync();
        }
    }

    private IEnumerable<TickerLane> Lanes => [_outboxes, .. _tournaments, _checkpoint];

    private async Task TickAsync(TournamentId tournament)
    {
        foreach (var done in (await _actors.Automation(tournament).TickAsync()).Require())
        {
            _logger.LogInformation("Tournament {Tournament}, by itself: {Done}.", tournament, done);
        }

        foreach (var done in (await _actors.Schedule(tournament).TickAsync()).Require())
        {
            _logger.LogInformation("Tournament {Tournament}: {Done}.", tournament, done);
        }
    }
}
