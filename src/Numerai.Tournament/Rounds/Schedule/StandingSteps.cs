using Numerai.Contracts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Rounds.Schedule;

/// <summary>Steps that do not come on by themselves: each is an alert, which ends when the step moves or is over.</summary>
internal static class StandingSteps
{
    public const string AlertCode = "round_step_stands";

    private const int ManyAttempts = 5;

    private static readonly TimeSpan _long = TimeSpan.FromMinutes(5);

    public static Decision<ScheduleState, int> Watch(
        ScheduleState state, IReadOnlyCollection<RoundStepView> steps, DateTimeOffset now)
    {
        var laneIsTaken = steps.Any(step => step.HoldsLane);
        var standing = steps.Where(step => Stands(step, laneIsTaken, now)).ToDictionary(Subject, StringComparer.Ordinal);
        var raised = standing.Where(step => !state.Standing.Contains(step.Key)).ToList();
        var cleared = state.Standing.Where(subject => !standing.ContainsKey(subject)).ToList();
        return raised.Count == 0 && cleared.Count == 0
            ? Decision<ScheduleState, int>.Unchanged(standing.Count)
            : Decision<ScheduleState, int>.Changed(
                standing.Count,
                state with { Standing = [.. standing.Keys.Order(StringComparer.Ordinal)] },
                [
                    .. cleared.Select(subject => new AlertCleared(AlertCode, subject)),
                    .. raised.SelectMany(step => Raise(step.Key, step.Value)),
                ]);
    }

    private static IEnumerable<TournamentEvent> Raise(string subject, RoundStepView step)
    {
        // Everybody reads alerts; what a fault was and where is for operators, who ask for the step.
        var error = step.LastError switch
        {
            null => string.Empty,
            { Code: RefusalCodes.RoundStepFailed } => $"{step.Attempts} attempts failed in a row; ",
            var refusal => $"the last attempt said: {refusal.Message} ",
        };
        var message = $"It has not moved since {step.Moved.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}; {error}"
            + $"`round step show {step.Round.Number} --tournament {step.Round.Tournament}` tells more, `round step retry` tries again.";
        return
        [
            new RoundStepped(step.Round, step.Step, step.Day, RoundStepPoint.Stands, message),
            new AlertRaised(AlertCode, subject, message),
        ];
    }

    /// <summary>
    /// It was told no, fails again and again, or has not moved for long. Who waits for another's money to move does not stand: the other
    /// may.
    /// </summary>
    private static bool Stands(RoundStepView step, bool laneIsTaken, DateTimeOffset now) =>
        step.LastError is { Code: not RefusalCodes.RoundStepFailed }
        || step.Attempts >= ManyAttempts
        || (now - step.Moved > _long && !(laneIsTaken && step.State == RoundStepState.AwaitsMoney));

    private static string Subject(RoundStepView step) =>
        $"round {step.Round}, {RoundProjection.Working(step.Step)}{(step.Day is { } day ? $" day {day}" : string.Empty)}";
}
