using Numerai.Contracts;
using Numerai.Silo.Hosting;
using Numerai.Storage;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Tournament.Rounds.Schedule;

namespace Numerai.Silo.Clocks;

/// <summary>What time brings about: automation and schedules do what is due, late outboxes are published, the books are sealed.</summary>
internal sealed class TournamentTicks(SiloSettings settings, TournamentStores stores, IActors actors, IOutboxes outboxes)
{
    /// <summary>Sets going what is due in one tournament and says what that was.</summary>
    public async Task<IReadOnlyList<string>> TickAsync(TournamentId tournament) => await actors.TickAsync(tournament);

    /// <summary>Has every actor publish that has something left to say.</summary>
    public async Task PublishAsync()
    {
        foreach (var source in await stores.FindBehindAsync())
        {
            await outboxes.PublishPendingAsync(source);
        }
    }

    public Task SealAsync() => actors.LedgerCheckpoints().CheckpointAsync(settings.CheckpointInterval);

    /// <summary>All of it, in order, until nothing is left to do.</summary>
    public async Task<List<string>> TickAllAsync()
    {
        await PublishAsync();

        // Each tournament for itself: a feed that stalls delays no other. The answer has them in their order.
        var done = await Task.WhenAll(Tournaments.Ids.Select(actors.TickUntilIdleAsync));
        await SealAsync();
        await PublishAsync();
        return [.. done.SelectMany(lines => lines)];
    }
}
