using Numerai.Tournament.Rounds;
using Numerai.Tournament.Settings;

namespace Numerai.Tournament.Automation;

/// <summary>Decides what is due next. Steps are taken in the order in which they are due, also after an outage.</summary>
internal static class AutomationPlan
{
    /// <param name="rounds">Rounds in flight.</param>
    /// <param name="waiting">Steps that were tried in vain; a round's later steps wait with them, other rounds go on.</param>
    public static AutomationStep? Next(
        AutomationState state, TournamentSettings settings, int lastRound, IReadOnlyList<RoundView> rounds, ISet<AutomationStep> waiting, DateTimeOffset now)
    {
        var steps = rounds.Select(Next).Append(Opening(state, settings, lastRound, rounds, now)).OfType<AutomationStep>();
        return steps.Where(step => step.Due <= now && !waiting.Contains(step))
            .OrderBy(step => step.Due).ThenBy(step => step.Kind).ThenBy(step => step.Round)
            .FirstOrDefault();
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
        AutomationState state, TournamentSettings settings, int lastRound, IReadOnlyList<RoundView> rounds, DateTimeOffset now)
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

        var slot = RoundCalendar.Next(settings, from);
        return now >= slot.Closes
            ? new AutomationStep(AutomationStepKind.Missed, 0, 0, slot.Opens)
            : new AutomationStep(AutomationStepKind.Open, lastRound + 1, 0, slot.Opens);
    }
}
