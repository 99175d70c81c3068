using Numerai.Tournament.Actors;

namespace Numerai.Local.Actors;

/// <summary>References to the tournament's actors in this process.</summary>
internal sealed class LocalActors(ActorRuntime runtime) : IActors
{
    public TActor Get<TActor>(string kind, string key)
        where TActor : class => runtime.Reference<TActor>(LocalActorKinds.All[kind], key);
}
