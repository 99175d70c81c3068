using Numerai.Tournament.Actors;

namespace Numerai.Simulations.Hosting;

/// <summary>The tournament's actors, alive on some host.</summary>
public interface IActorHost : IAsyncDisposable
{
    IActors Actors { get; }

    /// <summary>Moves the virtual clock on, then ticks schedules: rounds close when their time has come.</summary>
    Task AdvanceToAsync(DateTimeOffset time);
}
