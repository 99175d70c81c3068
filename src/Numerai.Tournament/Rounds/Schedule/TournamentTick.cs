using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Rounds.Schedule;

/// <summary>What time brings about in a tournament: automation asks for what is due, the schedule sees to rounds and to the lane.</summary>
public static class TournamentTick
{
    /// <summary>Sets going what is due, and says what that was. Steps go on after it.</summary>
    public static async Task<ImmutableArray<string>> TickAsync(this IActors actors, TournamentId tournament)
    {
        var automated = ImmutableArray<string>.Empty;
        var scheduled = ImmutableArray<string>.Empty;
        try
        {
            automated = (await actors.Automation(tournament).TickAsync()).Require();
        }
        finally
        {
            // Whatever automation meets, steps that sleep are woken and the lane is passed on.
            scheduled = (await actors.Schedule(tournament).TickAsync()).Require();
        }

        return automated.AddRange(scheduled);
    }

    /// <summary>
    /// The same until nothing more comes of it: for clocks that stand still meanwhile. Steps that fail or are refused stay as they are.
    /// </summary>
    public static async Task<ImmutableArray<string>> TickUntilIdleAsync(this IActors actors, TournamentId tournament)
    {
        var done = ImmutableArray.CreateBuilder<string>();
        var before = await StandingAsync(actors, tournament);
        while (true)
        {
            var lines = await actors.TickAsync(tournament);
            done.AddRange(lines);
            var after = await StandingAsync(actors, tournament);
            if (after.SequenceEqual(before))
            {
                return done.ToImmutable();
            }

            before = after;
        }
    }

    /// <summary>How the rounds in flight stand, once they have come to rest.</summary>
    private static async Task<List<string>> StandingAsync(IActors actors, TournamentId tournament)
    {
        var schedule = (await actors.Schedule(tournament).GetAsync()).Require();
        var standing = new List<string> { $"{schedule.LastRound}" };
        foreach (var round in schedule.InFlight)
        {
            var view = (await actors.RestAsync(round)).Value;
            standing.Add($"{round} {view?.Phase} {view?.ScoredDay} {view?.Working} {view?.Step?.Stage} {view?.Step?.State}");
        }

        return standing;
    }
}
