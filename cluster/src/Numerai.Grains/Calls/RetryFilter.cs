using Microsoft.Extensions.Logging;
using Numerai.Grains.Actors;
using Numerai.Tournament.Schedule;

namespace Numerai.Grains.Calls;

/// <summary>
/// Repeats calls that met a silo which is gone, until the cluster has noticed and the grain is up elsewhere. Every command of an actor
/// can be repeated, so a call whose answer was lost is simply made again; opening a round without a number is the exception, and the
/// edge gives it one. A silo that dies is noticed after about two seconds; the wait here is several times that.
/// </summary>
internal sealed class RetryFilter(ILogger<RetryFilter> logger) : IOutgoingGrainCallFilter
{
    private static readonly TimeProvider _time = TimeProvider.System;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _firstWait = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan _longestWait = TimeSpan.FromSeconds(1);

    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        var started = _time.GetTimestamp();
        var wait = _firstWait;
        while (true)
        {
            try
            {
                await context.Invoke();
                return;
            }
            catch (Exception fault) when (TransientFaults.IsLostSilo(fault) && IsActor(context) && CanRepeat(context))
            {
                if (_time.GetElapsedTime(started) > _patience)
                {
                    throw new GrainUnavailableException($"{context.TargetId} could not be reached for {_patience.TotalSeconds:0} s: {fault.Message}");
                }

                logger.LogInformation("{Actor} is not reachable ({Reason}); asking again.", context.TargetId, fault.GetType().Name);
            }

            await Task.Delay(wait, _time);
            wait = wait * 2 < _longestWait ? wait * 2 : _longestWait;
        }
    }

    private static bool CanRepeat(IOutgoingGrainCallContext context) =>
        context.MethodName != nameof(ISchedule.OpenRoundAsync) || context.Request.GetArgument(0) is OpenNextRound { Number: not null };

    private static bool IsActor(IOutgoingGrainCallContext context) => ActorKinds.All.Contains(context.TargetId.Type.ToString()!);
}
