using Numerai.Contracts;
using Numerai.Tournament.Rounds;

namespace Numerai.Tournament.Automation;

/// <summary>
/// Decides what is due next. Steps are taken in the order in which they are due, also after an outage: days of different rounds are scored
/// side by side, but no round opens, closes or settles before another one had to close or settle, unless that one is stuck.
/// </summary>
internal static class AutomationPlan
{
    /// <summary>A round that has failed so often in a row holds up no other.</summary>
    private const int StuckAfter = 5;

    /// <summary>Nor does one that has not come on for so long.</summary>
    private static readonly TimeSpan _standsStill = TimeSpan.FromMinutes(10);

    /// <param name="calendar">The feed's; null while it cannot be read, and then no round is opened.</param>
    /// <param name="rounds">Rounds in flight. One that is at work is asked for nothing more until it is done.</param>
    /// <param name="tried">Steps that this tick has tried; a round's later steps wait for the next tick, other rounds go on.</param>
    /// <param name="waits">What this tick could not do.</param>
    public static AutomationStep? Next(
        AutomationState state,
        TournamentSettings settings,
        FeedCalendar? calendar,
        int lastRound,
        IReadOnlyList<RoundView> rounds,
        ISet<AutomationStep> tried,
        IReadOnlyCollection<AutomationWait> waits,
        DateTimeOffset now)
    {
        var opening = calendar is null ? null : Opening(state, settings, calendar, lastRound, rounds, now);
        var idle = rounds.Where(round => round.Working is null && !tried.Any(step => step.Round == round.Id.Number));
        return idle.Select(Next).Append(opening).OfType<AutomationStep>()
            .Where(step => step.Due <= now && !tried.Contains(step) && !state.Asked.Contains(step))
            .OrderBy(step => step.Due).ThenBy(step => step.Round).ThenBy(step => step.Kind)
            .FirstOrDefault(step =>
                step.Kind == AutomationStepKind.Score || !rounds.Any(round => ComesBefore(round, step, waits, now)));
    }

    /// <summary>Whether a round still has to close or settle that had to do so before another round's step.</summary>
    private static bool ComesBefore(
        RoundView round, AutomationStep step, IReadOnlyCollection<AutomationWait> waits, DateTimeOffset now)
    {
        DateTimeOffset? due = round switch
        {
            { Step: { Step: RoundStep.Closing or RoundStep.Settling } underWay } => underWay.Due,
            { Phase: RoundPhase.Open } => round.Calendar.Closes,
            { Phase: RoundPhase.Closed or RoundPhase.Scoring } => round.Calendar.Resolves,
            _ => null,
        };
        return round.Id.Number != step.Round
            && due is { } before
            && before <= now
            && (before, round.Id.Number).CompareTo((step.Due, step.Round)) < 0
            && !IsStuck(round, now)
            && !waits.Any(wait => wait.Step == Next(round)?.ToString());
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

    /// <summary>Why a round's step does not come on, in a sentence; null while it does.</summary>
    public static string? Trouble(RoundView? round) =>
        round?.Step is { State: RoundStepState.Refused } or { Attempts: >= StuckAfter } ? round.Step.LastError?.Message : null;

    private static bool IsStuck(RoundView round, DateTimeOffset now) =>
        Trouble(round) is not null || round.Step?.Moved + _standsStill < now;

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
