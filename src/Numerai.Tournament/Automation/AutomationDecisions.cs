using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds.Presets;

namespace Numerai.Tournament.Automation;

/// <summary>What happens to a tournament's automation.</summary>
internal static class AutomationDecisions
{
    /// <summary>Code of the alerts for what waits.</summary>
    public const string AlertCode = "automation_waits";

    public static Decision<AutomationState, AutomationView> Configure(
        AutomationState state, ConfigureAutomation command, DateTimeOffset now)
    {
        if (!command.Enabled)
        {
            return state is { Enabled: false, Waits.IsEmpty: true } ? Unchanged(state) : Waiting(
                state with
                {
                    Enabled = false,
                    NextOpening = null,
                }, state.Waits, [], new AutomationChanged(state.Tournament, false, command.By));
        }

        if (FeedAddress.Check(command.Feed) is { } refusal)
        {
            return refusal;
        }

        var prefix = command.Prefix ?? Tournaments.Of(state.Tournament).Release;
        if (prefix.Length is 0 or > 40 || !prefix.Split('/').All(IsName))
        {
            return new Refusal(
                RefusalCodes.InvalidRequest,
                $"The prefix is '{prefix}'; it is 1 to 40 letters, digits, '.', '_' and '-', perhaps in several parts with '/' between, "
                + $"such as {Tournaments.Default.Release} or {Tournaments.DefaultOfDays.Release}.");
        }

        if (state is { Enabled: true, Waits.IsEmpty: true, Retries.IsEmpty: true } && state.Feed == command.Feed && state.Prefix == prefix)
        {
            return Unchanged(state);
        }

        var next = state with
        {
            Enabled = true,
            Feed = command.Feed,
            Prefix = prefix,
            NextOpening = state.Enabled ? state.NextOpening : now,
            Retries = [],
        };
        return Waiting(next, state.Waits, [], new AutomationChanged(state.Tournament, true, command.By));
    }

    /// <summary>The command came twice.</summary>
    private static Decision<AutomationState, AutomationView> Unchanged(AutomationState state) =>
        Decision<AutomationState, AutomationView>.Unchanged(state.View());

    private static bool IsName(string part) =>
        part.Any(char.IsAsciiLetterOrDigit)
            && part.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-');

    public static Decision<AutomationState, AutomationStep> Begin(AutomationState state, AutomationStep step) =>
        Decision<AutomationState, AutomationStep>.Changed(step, state with { Pending = step });

    /// <summary>Notes a step as done; every one is an event.</summary>
    public static Decision<AutomationState, AutomationStep> Done(AutomationState state, AutomationStep step, DateTimeOffset now)
    {
        var recent = state.Recent.Add(new AutomationRecord(step, now));
        var next = state with
        {
            Pending = state.Pending == step ? null : state.Pending,
            Asked = state.Asked.Remove(step),
            Recent = recent.Count > AutomationState.RememberedSteps ? recent.RemoveAt(0) : recent,
            NextOpening = step.Kind is AutomationStepKind.Open or AutomationStepKind.Missed ? After(state, step) : state.NextOpening,
        };
        return Decision<AutomationState, AutomationStep>.Changed(
            step, next, new AutomationStepped(state.Tournament, step.Kind.ToString(), step.Round, step.Day, step.Due));
    }

    /// <summary>
    /// Never earlier than before: an opening from before automation was off is no reason to make good what was not wanted meanwhile.
    /// </summary>
    private static DateTimeOffset? After(AutomationState state, AutomationStep step) =>
        state.NextOpening > step.Due ? state.NextOpening : step.Due.AddTicks(1);

    /// <summary>Leaves a step to the round that is at work on it.</summary>
    public static Decision<AutomationState, AutomationStep> Ask(AutomationState state, AutomationStep step) =>
        Decision<AutomationState, AutomationStep>.Changed(
            step, state with { Pending = state.Pending == step ? null : state.Pending, Asked = state.Asked.Remove(step).Add(step) });

    /// <summary>Gives a step up until it is due again.</summary>
    /// <param name="retry">When that is; null for the next tick.</param>
    public static Decision<AutomationState, AutomationStep> Drop(AutomationState state, AutomationStep step, AutomationRetry? retry) =>
        Decision<AutomationState, AutomationStep>.Changed(
            step,
            Failed(state with { Pending = state.Pending == step ? null : state.Pending, Asked = state.Asked.Remove(step) }, retry));

    /// <summary>Notes when something that is no step of a round is tried again.</summary>
    public static Decision<AutomationState, AutomationRetry> Fail(AutomationState state, AutomationRetry retry) =>
        Decision<AutomationState, AutomationRetry>.Changed(retry, Failed(state, retry));

    private static AutomationState Failed(AutomationState state, AutomationRetry? retry) => retry is null
        ? state
        : state with { Retries = [.. state.Retries.Where(other => other.Step != retry.Step), retry] };

    /// <summary>
    /// What cannot be done now. Each is an event and an alert when it is new or has another reason; the alert ends when it is no longer so.
    /// </summary>
    public static Decision<AutomationState, AutomationView> Wait(AutomationState state, ImmutableArray<AutomationWait> waits)
    {
        var retries = state.Retries.RemoveAll(retry => !waits.Any(wait => wait.Step == retry.Step));
        return waits.SequenceEqual(state.Waits) && retries.Length == state.Retries.Length
            ? Decision<AutomationState, AutomationView>.Unchanged(state.View())
            : Waiting(state with { Retries = retries }, state.Waits, waits);
    }

    private static Decision<AutomationState, AutomationView> Waiting(
        AutomationState state, ImmutableArray<AutomationWait> before, ImmutableArray<AutomationWait> after,
        params ImmutableArray<TournamentEvent> events)
    {
        var next = state with { Waits = after };
        var news = after.Except(before).ToList();
        return Decision<AutomationState, AutomationView>.Changed(
            next.View(),
            next,
            [
                .. events,
                .. before.Except(after).Select(wait => new AlertCleared(AlertCode, Subject(state, wait))),
                .. news.Select(wait => new AutomationWaits(state.Tournament, wait.ToString())),
                .. news.Select(wait => new AlertRaised(AlertCode, Subject(state, wait), wait.Reason)),
            ]);
    }

    private static string Subject(AutomationState state, AutomationWait wait) => $"tournament {state.Tournament}, {wait.Step}";
}
