using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Numerai.Tournament.Actors;

namespace Numerai.Grains.Calls;

/// <summary>
/// Runs around every call of an actor: a span for the trace, a measurement for the metrics, and faults in the two kinds a caller can act
/// on. An exception loses its own properties on the wire, so its kind is its type and what happened is its message; the whole of it goes to
/// this silo's log.
/// </summary>
internal sealed class FaultFilter(ILogger<FaultFilter> logger) : IIncomingGrainCallFilter
{
    private static readonly TimeProvider _time = TimeProvider.System;

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        if (!ActorKinds.All.Contains(context.TargetId.Type.ToString()!))
        {
            await context.Invoke();
            return;
        }

        using var activity = ActorTracing.Source.StartActivity($"{context.TargetId.Type}.{context.MethodName}");
        activity?.SetTag("actor.key", context.TargetId.Key.ToString());
        var started = _time.GetTimestamp();
        var failed = true;
        try
        {
            await context.Invoke();
            failed = false;
        }
        catch (Exception fault) when (fault is not (GrainFaultException or GrainUnavailableException))
        {
            activity?.SetStatus(ActivityStatusCode.Error, fault.Message);
            throw Translate(context, fault);
        }
        finally
        {
            ActorMetrics.Record(context.TargetId.Type.ToString()!, context.MethodName, failed, _time.GetElapsedTime(started));
        }
    }

    private Exception Translate(IIncomingGrainCallContext context, Exception fault)
    {
        var what = $"{context.TargetId} could not finish {context.MethodName}: {fault.Message}";
        if (TransientFaults.MayPass(fault))
        {
            logger.LogWarning(fault, "{Actor} could not finish {Method} now.", context.TargetId, context.MethodName);
            return new GrainUnavailableException(what);
        }

        logger.LogError(fault, "{Actor} could not finish {Method}.", context.TargetId, context.MethodName);
        return new GrainFaultException(what);
    }
}
