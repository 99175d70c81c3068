using Numerai.Storage.Actors;
using Numerai.Tournament.Actors;

namespace Numerai.Local.Actors;

/// <summary>A kind of actor: its name in keys and events, its interface, and how to bring one to life.</summary>
internal sealed class ActorKind
{
    private readonly Func<string, IActorRows, ActorServices, Task<Activation>> _activate;

    private ActorKind(string name, Type contract, bool onPool, Func<string, IActorRows, ActorServices, Task<Activation>> activate)
    {
        Name = name;
        Contract = contract;
        OnPool = onPool;
        _activate = activate;
    }

    public string Name { get; }

    public Type Contract { get; }

    /// <summary>Whether turns go to the thread pool even when the actor is idle, because they compute for long.</summary>
    public bool OnPool { get; }

    /// <summary>An actor with a row.</summary>
    public static ActorKind Stored<TContract, TActor, TState>(
        string name, Func<string, IActorStorage<Persisted<TState>>, ActorServices, TActor> create)
        where TActor : Actor<TState>, TContract
        where TState : class =>
        new(name, typeof(TContract), onPool: false, async (key, rows, services) =>
        {
            var storage = new LocalStorage<TState>(rows, name, key, await rows.ReadAsync<TState>(name, key));
            var actor = create(key, storage, services);
            await actor.ActivateAsync();
            return new Activation(actor, storage);
        });

    /// <summary>An actor that can be made anew at any time.</summary>
    public static ActorKind Computing<TContract, TActor>(string name, Func<string, ActorServices, TActor> create)
        where TActor : class, TContract =>
        new(name, typeof(TContract), onPool: true, (key, _, services) => Task.FromResult(new Activation(create(key, services), null)));

    public Task<Activation> ActivateAsync(string key, IActorRows rows, ActorServices services) => _activate(key, rows, services);
}
