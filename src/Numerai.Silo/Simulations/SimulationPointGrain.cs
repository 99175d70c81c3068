using Numerai.Simulations;
using Numerai.Simulations.Running;
using Numerai.Tournament.Ports;

namespace Numerai.Silo.Simulations;

/// <summary>
/// Plays one point of a sweep beside its turns, so that it answers while it plays. All that is kept are objects: the scenario that was
/// asked for, and the result. When its silo dies, whoever asks next, or the reminder, brings it up elsewhere and it begins again from the
/// scenario.
/// </summary>
[GrainType("simulation-point")]
[FewestPointsPlacement]
internal sealed class SimulationPointGrain(
    IGrainContext context, ILocalSiloDetails silo, IObjectStore objects, SimulationPointPlayer player, ILogger<SimulationPointGrain> logger)
    : ISimulationPointGrain, IRemindable, IGrainBase, IDisposable
{
    private const string Reminder = "go on";

    /// <summary>The shortest period that reminders have.</summary>
    private static readonly TimeSpan _reminderPeriod = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan _watchPeriod = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource _leaving = new();
    private readonly PointObjects _point = new(objects, context.GrainId.Key.ToString()!);
    private volatile SimulationProgress? _progress;
    private SimulationException? _failure;
    private Task? _play;
    private IGrainTimer? _watch;

    public IGrainContext GrainContext => context;

    public async Task OnActivateAsync(CancellationToken token)
    {
        if (!await _point.IsDoneAsync() && await _point.ScenarioAsync() is { } scenario)
        {
            Play(scenario);
        }
    }

    public async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken token)
    {
        await _leaving.CancelAsync();
        _watch?.Dispose();
    }

    public void Dispose()
    {
        _watch?.Dispose();
        _leaving.Dispose();
    }

    public async Task<SimulationPointStatus> StartAsync(string scenario)
    {
        if (!await _point.IsDoneAsync())
        {
            await _point.AskAsync(scenario);
            await this.RegisterOrUpdateReminder(Reminder, _reminderPeriod, _reminderPeriod);
            Play(scenario);
        }

        return await GetAsync();
    }

    public async Task<SimulationPointStatus> GetAsync()
    {
        var id = context.GrainId.Key.ToString()!;
        if (await _point.IsDoneAsync())
        {
            return SimulationPointStatus.DoneWith(id);
        }

        var progress = _progress;
        var state = _failure is not null ? SimulationPointStatus.Failed
            : progress is null ? SimulationPointStatus.Waiting
            : SimulationPointStatus.Running;
        return new SimulationPointStatus(
            id, state, progress?.Share ?? 0, progress?.Round ?? 0, silo.SiloAddress.ToString(), _failure?.Code, _failure?.Message);
    }

    /// <summary>Being called is enough: the activation has begun to play by then.</summary>
    public Task ReceiveReminder(string reminderName, TickStatus status) => WatchAsync();

    private void Play(string scenario)
    {
        if (_play is null || _failure is not null)
        {
            (_failure, _progress) = (null, null);
            var leaving = _leaving.Token;
            _play = Task.Run(() => player.PlayAsync(_point, scenario, progress => _progress = progress, leaving), leaving);

            // The timer keeps the activation alive as long as it plays.
            _watch ??= this.RegisterGrainTimer(WatchAsync, new GrainTimerCreationOptions(_watchPeriod, _watchPeriod) { KeepAlive = true });
        }
    }

    /// <summary>
    /// Sees to a play that has ended: a result is stored by now, a failure is kept until somebody starts the point again.
    /// </summary>
    private async Task WatchAsync()
    {
        if (_play is { IsCompleted: false })
        {
            return;
        }

        _watch?.Dispose();
        _watch = null;
        if (await this.GetReminder(Reminder) is { } reminder)
        {
            await this.UnregisterReminder(reminder);
        }

        if (_play is { IsFaulted: true, Exception: { } fault })
        {
            logger.LogWarning(fault, "The simulation point {Point} failed.", context.GrainId.Key);
            _failure = fault.InnerException as SimulationException
                ?? new SimulationException("simulation_failed", fault.InnerException?.Message ?? fault.Message);
        }
        else
        {
            this.DeactivateOnIdle();
        }
    }
}
