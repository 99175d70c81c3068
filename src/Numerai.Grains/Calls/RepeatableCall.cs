using System.Reflection;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds.Schedule;
using Orleans.Serialization.Invocation;

namespace Numerai.Grains.Calls;

/// <summary>
/// A call to an actor that can be made again, as a new call. The request of the first attempt is not its caller's any more: on the same
/// silo it is handed over as it is, and whoever carries it out empties it when done, be it long after the caller gave up waiting. Sent
/// again, it would come without its arguments.
/// </summary>
internal sealed class RepeatableCall
{
    private static readonly AsyncLocal<bool> _repeats = new();

    private readonly IOutgoingGrainCallContext _context;
    private readonly MethodInfo _method;
    private readonly object?[] _arguments;

    private RepeatableCall(IOutgoingGrainCallContext context, object?[] arguments) =>
        (_context, _method, _arguments) = (context, context.InterfaceMethod, arguments);

    /// <summary>
    /// Null for calls of the runtime and for what must not be done twice: opening a round that the caller gives no number.
    /// </summary>
    public static RepeatableCall? Of(IOutgoingGrainCallContext context)
    {
        if (!ActorKinds.All.Contains(context.TargetId.Type.ToString()!)
            || !typeof(Task).IsAssignableFrom(context.InterfaceMethod.ReturnType))
        {
            return null;
        }

        var arguments = new object?[context.Request.GetArgumentCount()];
        for (var place = 0; place < arguments.Length; place++)
        {
            arguments[place] = context.Request.GetArgument(place);
        }

        return context.MethodName == nameof(ISchedule.OpenRoundAsync) && arguments[0] is not OpenNextRound { Number: not null }
            ? null
            : new RepeatableCall(context, arguments);
    }

    /// <summary>Whether the call under way is one that is made again; it is asked once, by the filter that the repeat meets.</summary>
    public static bool IsRepeat()
    {
        if (!_repeats.Value)
        {
            return false;
        }

        _repeats.Value = false;
        return true;
    }

    public async Task RepeatAsync()
    {
        _repeats.Value = true;
        var call = (Task)_method.Invoke(_context.Grain, BindingFlags.DoNotWrapExceptions, null, _arguments, null)!;
        _repeats.Value = false;
        await call;
        _context.Response = _method.ReturnType.IsGenericType
            ? Response.FromResult(_method.ReturnType.GetProperty(nameof(Task<>.Result))!.GetValue(call))
            : Response.Completed;
    }
}
