using System.Numerics;
using Microsoft.Extensions.Caching.Memory;
using Numerai.Storage.Events;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;

namespace Numerai.Web.Reads;

/// <summary>
/// Has reads wait until the tables have what they ask for. Only what an actor's row has and the tables do not yet is waited for, so that a
/// position somebody made up costs one look and no time; and only so many wait at once, so that whoever guesses one of a table that is
/// behind holds up nobody else.
/// </summary>
/// <param name="events">How far the tables are.</param>
/// <param name="outboxes">Who is asked to publish what they lack.</param>
/// <param name="time">Real time, whatever clock the tournament is on.</param>
/// <param name="logger">Hears of actors that could not be asked.</param>
internal sealed class ReadPositions(TournamentEvents events, IOutboxes outboxes, TimeProvider time, ILogger<ReadPositions> logger)
    : IDisposable
{
    /// <summary>Sources that this process remembers to be applied; a forgotten one costs a look.</summary>
    private const int MostApplied = 10_000;

    /// <summary>Waits at once of callers with a key, and of all others.</summary>
    internal const int MostKnown = 128;
    internal const int MostOthers = 32;

    /// <summary>Between two looks of one read; other silos tell of events later than this process.</summary>
    private static readonly TimeSpan _shortest = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan _longest = TimeSpan.FromMilliseconds(100);

    private readonly MemoryCache _applied = new(new MemoryCacheOptions { SizeLimit = MostApplied });
    private readonly AskedOutboxes _asked = new(outboxes, logger);
    private readonly SemaphoreSlim _known = new(MostKnown, MostKnown);
    private readonly SemaphoreSlim _others = new(MostOthers, MostOthers);
    private int _waiting;
    private long _looks;

    /// <summary>How long a read waits at most.</summary>
    internal TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Reads that wait now.</summary>
    internal int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Looks at the database so far.</summary>
    internal long Looks => Interlocked.Read(ref _looks);

    /// <summary>Whether the tables have all of it, now or within <see cref="Patience"/>.</summary>
    /// <param name="known">Whether the caller has a key.</param>
    public ValueTask<bool> ReachAsync(IEnumerable<EventPosition> positions, bool known, CancellationToken cancellation)
    {
        var open = positions.Where(position => !IsApplied(position)).ToList();
        return open.Count == 0 ? ValueTask.FromResult(true) : LookAndWaitAsync(open, known ? _known : _others, cancellation);
    }

    public void Dispose()
    {
        _applied.Dispose();
        _known.Dispose();
        _others.Dispose();
    }

    private bool IsApplied(EventPosition position) =>
        position.Sequence == 0 || (_applied.TryGetValue(position.Source, out long applied) && applied >= position.Sequence);

    private async ValueTask<bool> LookAndWaitAsync(List<EventPosition> open, SemaphoreSlim seats, CancellationToken cancellation)
    {
        var (behind, unheard) = await LookAsync(open);
        if (behind.Count == 0 || !seats.Wait(0, cancellation))
        {
            return behind.Count == 0 && !unheard;
        }

        Interlocked.Increment(ref _waiting);
        try
        {
            return await WaitAsync(behind, cancellation) && !unheard;
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
            seats.Release();
        }
    }

    private async Task<bool> WaitAsync(List<EventPosition> behind, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        for (var turn = 0; ; turn++)
        {
            var more = events.MoreAsync();
            (behind, _) = await LookAsync(behind);
            if (behind.Count == 0 || time.GetElapsedTime(started) >= Patience)
            {
                return behind.Count == 0;
            }

            // At once, and again after waits that double: whatever held up the tables may be over.
            if (turn == 0 || BitOperations.IsPow2(turn))
            {
                behind.ForEach(position => _asked.Ask(position.Source));
            }

            await Task.Delay(_shortest, time, cancellation);
            await Task.WhenAny(more, Task.Delay(_longest - _shortest, time, cancellation));
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>
    /// What the tables lack of it, and whether there is something that no actor has said: made up, or from before a backup.
    /// </summary>
    private async Task<(List<EventPosition> Behind, bool Unheard)> LookAsync(List<EventPosition> positions)
    {
        Interlocked.Increment(ref _looks);
        var (behind, unheard) = (new List<EventPosition>(), false);
        var reached = await events.ReachAsync([.. positions.Select(position => position.Source).Distinct(StringComparer.Ordinal)]);
        foreach (var position in positions)
        {
            var reach = reached.GetValueOrDefault(position.Source);
            if (reach is not null)
            {
                _applied.Set(position.Source, reach.Applied, new MemoryCacheEntryOptions { Size = 1 });
            }

            if (reach is null || Math.Max(reach.Applied, reach.Expected) < position.Sequence)
            {
                unheard = true;
            }
            else if (reach.Applied < position.Sequence)
            {
                behind.Add(position);
            }
        }

        return (behind, unheard);
    }
}
