using Numerai.Grains;
using Numerai.Simulations.Hosting;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds.Schedule;

namespace Numerai.Silo.Simulations;

/// <summary>
/// Actors of a simulation as grains: the clock moves, then everything that waits for time is ticked, as the in-process host does it.
/// </summary>
internal sealed class SiloActorHost(ActorHostSetup setup, OrleansActors actors, Func<Task> stop) : IActorHost
{
    private static readonly TimeSpan _checkpointInterval = TimeSpan.FromDays(1);

    public IActors Actors => actors;

    public async Task AdvanceToAsync(DateTimeOffset time)
    {
        setup.Clock.AdvanceTo(time);
        foreach (var head in await setup.Stores.Rows.HeadsAsync())
        {
            if (head.NextSequence - 1 > setup.Stores.Ledger.Applied(head.Source))
            {
                await actors.PublishPendingAsync(head.Source);
            }
        }

        await actors.TickUntilIdleAsync(setup.Tournament);
        (await Actors.LedgerCheckpoints().CheckpointAsync(_checkpointInterval)).Require();
    }

    public async ValueTask DisposeAsync() => await stop();
}
