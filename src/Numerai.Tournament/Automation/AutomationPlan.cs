using Numerai.Tournament.Rounds;
using Numerai.Tournament.Settings;

namespace Numerai.Tournament.Automation;

/// <summary>Decides what is due next. Steps are taken in the order in which they are due, also after an outage.</summary>
internal static class AutomationPlan
{
    /// <param name="calendar">The feed's; null while it cannot be read, and then no round is opened.</param>
    /// <param name="rounds">Rounds in flight. One that is at work is asked for nothing more until it is done.</param>
    /// <param name="tried">Steps that this tick has tried; a round's later steps wait with them, other rounds go on.</param>
    public static AutomationStep? Next(
        AutomationState state,
        TournamentSettings settings,
        FeedCalendar? calendar,
        int lastRound,
        IReadOnlyList<RoundView> rounds,
        ISet<AutomationStep> tried,
        DateTimeOffset now)
    {
        var opening = calendar is null ? null : Opening(state, settings, calendar, lastRound, rounds, now);
        var steps = rounds.Where(round => round.Working is null).Select(Next).Append(opening).OfType<AutomationStep>();
        return steps.Where(step => step.Due <= now && !tried.Contains(step) && !state.Asked.Contains(step))
            .OrderBy(step => step.Due).ThenBy(step => step.Kind).ThenBy(step => step.Round)
            .FirstOrDefault();
    }

    /// <summary>How far a step has come that a round was asked for.</summary>
    public static AutomationStanding Standing(AutomationStep step, RoundView? round)
    {
        var done = step.Kind switch
        {
            AutomationStepKind.Missed => true,
            AutomationStepKind.Open => round is not null,
            AutomationStepKind.Close => round?.Phase is RoundPhase.Closed or RoundPhase.Scoring or RoundPhase.Resolved,
            AutomationStepKind.Score => round?.ScoredDay >= step.Day,
            AutomationStepKind.Resolve => round?.Phase is RoundPhase.Resolved,
            _ => false,
        };
        return round?.Working is not null && step.Kind != AutomationStepKind.Missed ? AutomationStanding.AtWork
            : done ? AutomationStanding.Done
            : AutomationStanding.Undone;
    }

    private static AutomationStep? Next(RoundView round)
    {
        var (number, calendar) = (round.Id.Number, round.Calendar);
        return round.Phase switch
        {
            RoundPhase.Open => new AutomationStep(AutomationStepKind.Close, number, 0, calendar.Closes),
            RoundPhase.Closed or RoundPhase.Scoring when round.ScoredDay < round.Settings.Scoring.Days =>
                new AutomationStep(AutomationStepKind.Score, number, round.ScoredDay + 1, calendar.ScoringTimes[round.ScoredDay]),
            RoundPhase.Scoring => new AutomationStep(AutomationStepKind.Resolve, number, 0, calendar.Resolves),
            _ => null,
        };
    }

    private static AutomationStep? Opening(
        AutomationState state, TournamentSettings settings, FeedCalendar calendar, int lastRound, IReadOnlyList<RoundView> rounds,
        DateTimeOffset now)
    {
        if (state.NextOpening is not { } from)
        {
            return null;
        }

        // Somebody may have opened a round for this time by hand.
        var newest = rounds.FirstOrDefault(round => round.Id.Number == lastRound);
        if (newest is not null && newest.Calendar.Opens >= from)
        {
            from = newest.Calendar.Opens.AddTicks(1);
        }

        var (opens, closes) = calendar.Next(settings, from);
        return now >= closes
            ? new AutomationStep(AutomationStepKind.Missed, 0, 0, opens)
            : new AutomationStep(AutomationStepKind.Open, lastRound + 1, 0, opens);
    }
}
