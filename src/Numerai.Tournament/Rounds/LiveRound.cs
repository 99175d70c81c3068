using Numerai.Contracts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Rounds;

/// <summary>The round whose ids uploads are built on: the open one, else the newest, whose predictions wait for the next to open.</summary>
public sealed record LiveRound(RoundView Round, bool Open)
{
    /// <summary>Refused: round_not_open before the first round of a tournament.</summary>
    public static async Task<Outcome<LiveRound>> FindAsync(IActors actors, TournamentId tournament, DateTimeOffset now)
    {
        var last = (await actors.Schedule(tournament).GetAsync()).Require().LastRound;
        if (last == 0)
        {
            return new Refusal(
                RefusalCodes.RoundNotOpen, $"Tournament {tournament} has had no round yet, so there are no live ids to submit on.");
        }

        var view = await actors.Round(new RoundId(tournament, last)).GetAsync();
        if (view is { Accepted: true, Value.Phase: RoundPhase.Scheduled } && last > 1)
        {
            // The newest round waits for its opening time, so uploads are still built on the ids of the one before.
            view = await actors.Round(new RoundId(tournament, last - 1)).GetAsync();
        }

        return view.Accepted ? new LiveRound(view.Value, Takes(view.Value, now)) : view.Refusal;
    }

    /// <summary>Whether a round takes submissions on time at a moment.</summary>
    public static bool Takes(RoundView round, DateTimeOffset moment) => round.Phase == RoundPhase.Open && moment < round.Calendar.Closes;
}
