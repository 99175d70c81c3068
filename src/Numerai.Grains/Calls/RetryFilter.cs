using Microsoft.Extensions.Logging;
using Numerai.Grains.Actors;
using Numerai.Tournament.Schedule;

namespace Numerai.Grains.Calls;

/// <summary>
/// Repeats calls that met a silo which is gone, until the cluster has noticed and the grain is up elsewhere, and calls that were not
/// answered in time, since they may be lost. Every command of an actor can be repeated, so a call whose answer was lost is simply made
/// again; opening a round without a number is the exception, and the edge gives it one. A silo that dies is noticed after about two
/// seconds; the wait here is several times that.
/// </summary>
internal sealed class RetryFilter(ILogger<RetryFilter> logger) : IOutgoingGrainCallFilter
{
    private static readonly TimeProvider _time = TimeProvider.System;
    private static readonly TimeSpan _lostSilo = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _firstWait = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan _longestWait = TimeSpan.FromSeconds(1);

    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        var started = _time.GetTimestamp();
        long? lostSince = null;
        var wait = _firstWait;
        while (true)
        {
            try
            {
                await context.Invoke();
                return;
            }
            catch (TimeoutException fault) when (IsActor(context) && CanRepeat(context))
            {
                ThrowAfter(ActorTimeouts.Command, started, context, fault);
                lostSince = null;
                logger.LogInformation("{Actor} has not answered {Method} yet; asking again.", context.TargetId, context.MethodName);
            }
            catch (Exception fault) when (TransientFaults.IsLostSilo(fault) && IsActor(context) && CanRepeat(context))
            {
                ThrowAfter(_lostSilo, lostSince ??= _time.GetTimestamp(), context, fault);
                logger.LogInformation("{Actor} is not reachable ({Reason}); asking again.", context.TargetId, fault.GetType().Name);
            }

            await Task.Delay(wait, _time);
            wait = wait * 2 < _longestWait ? wait * 2 : _longestWait;
        }
    }

    private static void ThrowAfter(TimeSpan patience, long since, IOutgoingGrainCallContext context, Exception fault)
    {
        var waited = _time.GetElapsedTime(since);
        if (waited > patience)
        {
            throw new GrainUnavailableException($"{context.TargetId} did not answer for {waited.TotalSeconds:0} s: {fault.Message}");
        }
    }

    private static bool CanRepeat(IOutgoingGrainCallContext context) =>
        context.MethodName != nameof(ISchedule.OpenRoundAsync) || context.Request.GetArgument(0) is OpenNextRound { Number: not null };

    private static bool IsActor(IOutgoingGrainCallContext context) => ActorKinds.All.Contains(context.TargetId.Type.ToString()!);
}
