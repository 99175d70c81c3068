using System.Collections.Concurrent;
using System.Reflection;

namespace Numerai.Local.Actors;

/// <summary>What callers hold in place of an actor.</summary>
internal class ActorProxy : DispatchProxy
{
    private static readonly ConcurrentDictionary<MethodInfo, ActorMethod> _methods = new();

    private ActorSlot _slot = null!;

    public static object Create(Type contract, ActorSlot slot)
    {
        var proxy = (ActorProxy)Create(contract, typeof(ActorProxy));
        proxy._slot = slot;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        // A slot that was idle for long is taken out of the table; whoever still holds it finds the one in its place.
        if (_slot.Retired)
        {
            _slot = _slot.Replacement();
        }

        return _methods.GetOrAdd(targetMethod!, ActorMethod.Of).Send(_slot, args ?? []);
    }
}
