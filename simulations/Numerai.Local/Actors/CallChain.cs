namespace Numerai.Local.Actors;

/// <summary>The turns that wait for one another, innermost first. It flows with the calls.</summary>
internal sealed class CallChain(ActorSlot slot, CallChain? caller)
{
    private static readonly AsyncLocal<CallChain?> _current = new();

    public static CallChain? Current
    {
        get => _current.Value;
        set => _current.Value = value;
    }

    /// <summary>Whether a turn of this actor waits in the chain: calling it would then wait for itself for ever.</summary>
    public bool Contains(ActorSlot other)
    {
        for (var link = this; link is not null; link = link.Caller)
        {
            if (link.Slot.Names(other))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The actor whose turn it is.</summary>
    public ActorSlot Slot { get; } = slot;

    private CallChain? Caller { get; } = caller;

    public override string ToString() => Caller is null ? Slot.Name : $"{Caller} -> {Slot.Name}";
}
