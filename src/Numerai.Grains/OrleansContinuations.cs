using Microsoft.Extensions.Logging;
using Numerai.Grains.Calls;
using Numerai.Tournament.Actors;
using Orleans.Timers;

namespace Numerai.Grains;

/// <summary>
/// Later turns are grain timers that fire once: they queue like calls and end with the activation. Work beside the turns runs on the
/// thread pool: a turn that computes for a second would hold up the silo's other grains, its answers to membership probes included.
/// </summary>
internal sealed class OrleansContinuations(
    ITimerRegistry timers, IGrainContextAccessor contexts, ILocalSiloDetails silo, ILogger<OrleansContinuations> logger) : IContinuations
{
    private static readonly TimeProvider _time = TimeProvider.System;

    public string Place => silo.Name;

    public void Continue(object actor, string source, Func<Task> turn, TimeSpan after)
    {
        var context = contexts.GrainContext;
        IGrainTimer? timer = null;
        timer = timers.RegisterGrainTimer(
            context,
            async (work, _) =>
            {
                timer?.Dispose();
                await RunAsync(context, source, work);
            },
            turn,
            new GrainTimerCreationOptions(after, Timeout.InfiniteTimeSpan) { KeepAlive = true });
    }

    public Task<T> BesideAsync<T>(Func<Task<T>> work) => Task.Run(work);

    public async Task<bool> WithinAsync(object actor, Task work, TimeSpan patience)
    {
        await work.WaitAsync(patience, _time)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        return work.IsCompleted;
    }

    private async Task RunAsync(IGrainContext context, string source, Func<Task> turn)
    {
        var kind = context.GrainId.Type.ToString()!;
        using var activity = ActorTracing.Source.StartActivity($"{kind}.continue");
        activity?.SetTag("actor.key", context.GrainId.Key.ToString());
        var started = _time.GetTimestamp();
        var failed = true;
        try
        {
            await turn();
            failed = false;
        }
#pragma warning disable CA1031 // There is no caller; the row says what is left to do, and whoever touches the actor next makes it go on.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            logger.LogWarning(fault, "{Source} was cut short in a turn of its own.", source);
        }
        finally
        {
            ActorMetrics.Record(kind, "continue", failed, _time.GetElapsedTime(started));
        }
    }
}
