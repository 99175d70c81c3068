using Microsoft.Extensions.Logging;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Identity;

namespace Numerai.Local;

/// <summary>Wakes the schedules: rounds close when their time has come, and steps that were cut short go on.</summary>
internal sealed class Ticker : IAsyncDisposable
{
    private readonly IActors _actors;
    private readonly IReadOnlyList<TournamentId> _tournaments;
    private readonly TimeSpan _checkpointInterval;
    private readonly Func<Task> _publishAgain;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private ITimer? _timer;
    private bool _stopped;

    public Ticker(
        IActors actors, IReadOnlyList<TournamentId> tournaments, TimeSpan checkpointInterval, Func<Task> publishAgain, ILogger logger)
    {
        _actors = actors;
        _tournaments = tournaments;
        _checkpointInterval = checkpointInterval;
        _publishAgain = publishAgain;
        _logger = logger;
    }

    /// <summary>Ticks from now on, once every interval. A tick that takes longer makes the next one wait for the interval after.</summary>
    public void Start(TimeProvider time, TimeSpan interval) => _timer = time.CreateTimer(_ => _ = TickUnlessBusyAsync(), null, interval, interval);

    /// <summary>Ticks every tournament. What fails is logged and tried again with the next tick; it keeps no other tournament from its own.</summary>
    public async Task TickAsync()
    {
        await _oneAtATime.WaitAsync();
        try
        {
            if (_stopped)
            {
                return;
            }

            await AttemptAsync("publishing events again", _publishAgain);
            foreach (var tournament in _tournaments)
            {
                await AttemptAsync($"the schedule of tournament {tournament}", () => TickAsync(tournament));
            }

            await AttemptAsync("the checkpoint over the books", () => _actors.LedgerCheckpoints().CheckpointAsync(_checkpointInterval));
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_timer is not null)
        {
            await _timer.DisposeAsync();
        }

        // A tick that runs is waited for; one that begins later finds that it is over.
        await _oneAtATime.WaitAsync();
        _stopped = true;
        _oneAtATime.Release();
    }

    private async Task TickUnlessBusyAsync()
    {
        if (_oneAtATime.CurrentCount > 0)
        {
            await TickAsync();
        }
    }

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

    private async Task AttemptAsync(string what, Func<Task> work)
    {
        try
        {
            await work();
        }
#pragma warning disable CA1031 // A background task has nobody to throw to; the log has it, and the next tick tries again.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _logger.LogError(fault, "A tick failed at {What}; the next one tries again.", what);
        }
    }
}
