using System.Reflection;

namespace Numerai.Local.Actors;

/// <summary>A method with its result's type, so that a call needs no reflection.</summary>
internal sealed class ActorMethod<T>(MethodInfo method) : ActorMethod(method)
{
    private readonly Func<object, object?[], Task<T>> _call =
        (Func<object, object?[], Task<T>>)Compile(typeof(Func<object, object?[], Task<T>>), method);

    /// <summary>Calls the actor itself; a fault thrown before its first wait is in the task like any other.</summary>
    public Task<T> Call(object actor, object?[] arguments)
    {
        try
        {
            return _call(actor, arguments);
        }
#pragma warning disable CA1031 // The caller gets it from the task.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return Task.FromException<T>(fault);
        }
    }

    public override Task Send(ActorSlot slot, object?[] arguments) => slot.CallAsync(this, arguments);
}
