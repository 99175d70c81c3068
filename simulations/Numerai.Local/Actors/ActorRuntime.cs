using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Numerai.Local.Faults;
using Numerai.Storage.Actors;
using Numerai.Tournament.Actors;

namespace Numerai.Local.Actors;

/// <summary>The actors of one host: where they are, and how many stay alive.</summary>
internal sealed class ActorRuntime(ITurnScheduler scheduler, IActorRows rows, int maximumActivations, FaultPlan? faults)
{
    private readonly ConcurrentDictionary<(string Kind, string Key), ActorSlot> _slots = new();
    private readonly Lock _sweeping = new();
    private readonly ConditionalWeakTable<object, Activation> _alive = [];
    private ActorServices? _services;
    private int _activations;
    private long _made;

    public ITurnScheduler Scheduler { get; } = scheduler;

    public IActorRows Rows { get; } = rows;

    public FaultPlan? Faults { get; } = faults;

    /// <summary>Given after the making, since services lead back to the actors.</summary>
    public ActorServices Services
    {
        get => _services ?? throw new InvalidOperationException("The services of the actors are not given yet.");
        set => _services = value;
    }

    public bool Stopping { get; private set; }

    public int Activations => Volatile.Read(ref _activations);

    public TContract Reference<TContract>(ActorKind kind, string key) => (TContract)Slot(kind, key).Proxy;

    public ActorSlot Slot(ActorKind kind, string key) => _slots.TryGetValue((kind.Name, key), out var slot)
        ? slot
        : _slots.GetOrAdd(
            (kind.Name, key), static (_, made) =>
                new ActorSlot(made.Runtime, made.Kind, made.Key, Interlocked.Increment(ref made.Runtime._made)),
                (Runtime: this, Kind: kind, Key: key));

    public void Deactivated() => Interlocked.Decrement(ref _activations);

    /// <summary>The activation that an actor is alive in; null when it is gone.</summary>
    public Activation? AliveOf(object actor) => _alive.TryGetValue(actor, out var alive) ? alive : null;

    public void Activated(Activation activation)
    {
        _alive.Add(activation.Actor, activation);
        if (Interlocked.Increment(ref _activations) > maximumActivations)
        {
            Sweep();
        }
    }

    /// <summary>Refuses new calls from outside and waits for the turns that run, with the calls they make.</summary>
    public async Task StopAsync()
    {
        Stopping = true;
        while (_slots.Values.Where(slot => slot.IsBusy).ToList() is { Count: > 0 } busy)
        {
            foreach (var slot in busy)
            {
                await slot.RunAsync(_ => Task.CompletedTask);
            }
        }
    }

    /// <summary>
    /// Takes a tenth of the actors out of memory, those that were idle since the last sweep first. In the order of making, so that a
    /// deterministic host forgets the same actors in every run.
    /// </summary>
    private void Sweep()
    {
        if (!_sweeping.TryEnter())
        {
            return;
        }

        try
        {
            var slots = _slots.Values.OrderBy(slot => slot.Number).ToList();
            var enough = maximumActivations - (maximumActivations / 10);
            Retire(slots.Where(slot => !slot.Used), enough);
            foreach (var slot in slots)
            {
                slot.Used = false;
            }

            Retire(slots, enough);
        }
        finally
        {
            _sweeping.Exit();
        }
    }

    private void Retire(IEnumerable<ActorSlot> candidates, int enough)
    {
        foreach (var slot in candidates)
        {
            if (Activations <= enough)
            {
                return;
            }

            if (slot.Active && !slot.Retired && slot.TryRetire())
            {
                _slots.TryRemove(KeyValuePair.Create((slot.Kind.Name, slot.Key), slot));
            }
        }
    }
}
