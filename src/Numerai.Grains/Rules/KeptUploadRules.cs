using System.Collections.Concurrent;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds.Submissions;

namespace Numerai.Grains.Rules;

/// <summary>
/// What uploads ask of governance and schedule, kept on a silo until it hears of a change (<see cref="Forget"/>), and never longer than
/// <see cref="MaximumAge"/>: a change whose news is lost is overlooked for so long at most.
/// </summary>
/// <param name="asked">Asks the actors.</param>
/// <param name="time">Real time: a virtual clock stands still between its moves.</param>
public sealed class KeptUploadRules(IUploadRules asked, TimeProvider time) : IUploadRules
{
    private readonly ConcurrentDictionary<TournamentId, Kept> _kept = new();
    private long _changes;

    /// <summary>How old an answer may be.</summary>
    public static TimeSpan MaximumAge { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether an actor of this kind has a say in them.</summary>
    public static bool DependOn(string? kind) => kind is ActorKinds.Schedule or ActorKinds.Governance;

    /// <inheritdoc/>
    public async ValueTask<UploadRules> OfAsync(TournamentId tournament)
    {
        if (_kept.TryGetValue(tournament, out var kept)
            && kept.Changes == Interlocked.Read(ref _changes) && time.GetElapsedTime(kept.Asked) < MaximumAge)
        {
            return kept.Rules;
        }

        // Noted before asking: what changes meanwhile makes the answer old although it is kept afterwards.
        var (changes, now) = (Interlocked.Read(ref _changes), time.GetTimestamp());
        var rules = await asked.OfAsync(tournament);
        _kept[tournament] = new Kept(rules, changes, now);
        return rules;
    }

    /// <summary>Something may have changed: whoever asks from now on is told what the actors say then.</summary>
    public void Forget() => Interlocked.Increment(ref _changes);

    private sealed record Kept(UploadRules Rules, long Changes, long Asked);
}
