using Microsoft.Extensions.Logging;

namespace Numerai.Grains.Calls;

/// <summary>
/// Repeats calls that met a silo which is gone, until the cluster has noticed and the grain is up elsewhere, and once a call that was not
/// answered in time: a silo that passes a call on to where the grain now lives keeps no record of it, so when that second silo dies nobody
/// breaks the call off. Turns are short, so a second silence is a fault. Every command of an actor can be repeated; opening a round without
/// a number is the exception, and the edge gives it one. A silo that dies is noticed after about two seconds; the wait here is several
/// times that.
/// </summary>
internal sealed class RetryFilter(ILogger<RetryFilter> logger) : IOutgoingGrainCallFilter
{
    private static readonly TimeProvider _time = TimeProvider.System;
    private static readonly TimeSpan _lostSilo = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _firstWait = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan _longestWait = TimeSpan.FromSeconds(1);

    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        if (RepeatableCall.IsRepeat() || RepeatableCall.Of(context) is not { } call)
        {
            await context.Invoke();
            return;
        }

        var timedOut = false;
        long? lostSince = null;
        var wait = _firstWait;
        for (var again = false; ; again = true)
        {
            try
            {
                await (again ? call.RepeatAsync() : context.Invoke());
                return;
            }
            catch (TimeoutException fault)
            {
                if (timedOut)
                {
                    throw new GrainUnavailableException($"{context.TargetId} did not answer twice: {fault.Message}");
                }

                (timedOut, lostSince) = (true, null);
                logger.LogInformation("{Actor} has not answered {Method}; asking once more.", context.TargetId, context.MethodName);
            }
            catch (Exception fault) when (TransientFaults.IsLostSilo(fault))
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
}
