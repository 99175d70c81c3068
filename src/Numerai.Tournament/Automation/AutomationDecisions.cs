using System.Collections.Immutable;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Events;
using Numerai.Tournament.Identity;
using Numerai.Tournament.Outcomes;

namespace Numerai.Tournament.Automation;

/// <summary>What happens to a tournament's automation.</summary>
internal static class AutomationDecisions
{
    public static Decision<AutomationState, AutomationView> Configure(AutomationState state, ConfigureAutomation command, DateTimeOffset now)
    {
        if (!command.Enabled)
        {
            return Changed(state with { Enabled = false, NextOpening = null, Waiting = [] }, new AutomationChanged(state.Tournament, false, command.By));
        }

        if (state.Tournament != TournamentId.Classic)
        {
            return new Refusal(
                RefusalCodes.InvalidRequest, $"Automation runs tournament {TournamentId.Classic}; rounds of tournament {state.Tournament} stand on universes that are published by hand.");
        }

        var url = Uri.TryCreate(command.Feed, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
        if (!url && !Path.IsPathFullyQualified(command.Feed))
        {
            return new Refusal(
                RefusalCodes.InvalidRequest, $"The feed is '{command.Feed}'; it is an absolute path of a folder on the server, or an http or https address.");
        }

        if (command.Prefix.Length is 0 or > 40 || !command.Prefix.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-'))
        {
            return new Refusal(RefusalCodes.InvalidRequest, $"The prefix is '{command.Prefix}'; it is 1 to 40 letters, digits, '.', '_' and '-', such as v5.2.");
        }

        return Changed(
            state with
            {
                Enabled = true,
                Feed = command.Feed,
                Prefix = command.Prefix,
                NextOpening = state.Enabled ? state.NextOpening : now,
                Waiting = [],
            },
            new AutomationChanged(state.Tournament, true, command.By));
    }

    public static Decision<AutomationState, AutomationStep> Begin(AutomationState state, AutomationStep step) =>
        Decision<AutomationState, AutomationStep>.Changed(step, state with { Pending = step });

    /// <summary>Notes a step as done; every one is an event.</summary>
    public static Decision<AutomationState, AutomationStep> Done(AutomationState state, AutomationStep step, DateTimeOffset now)
    {
        var recent = state.Recent.Add(new AutomationRecord(step, now));
        var next = state with
        {
            Pending = null,
            Recent = recent.Count > AutomationState.RememberedSteps ? recent.RemoveAt(0) : recent,
            NextOpening = step.Kind is AutomationStepKind.Open or AutomationStepKind.Missed ? step.Due.AddTicks(1) : state.NextOpening,
        };
        return Decision<AutomationState, AutomationStep>.Changed(
            step, next, new AutomationStepped(state.Tournament, step.Kind.ToString(), step.Round, step.Day, step.Due));
    }

    public static Decision<AutomationState, AutomationStep> Drop(AutomationState state) =>
        Decision<AutomationState, AutomationStep>.Changed(state.Pending!, state with { Pending = null });

    /// <summary>What cannot be done now; it is an event when it changes.</summary>
    public static Decision<AutomationState, AutomationView> Wait(AutomationState state, ImmutableArray<string> waiting) =>
        waiting.SequenceEqual(state.Waiting)
            ? Decision<AutomationState, AutomationView>.Unchanged(state.View())
            : Changed(state with { Waiting = waiting }, [.. waiting.Except(state.Waiting).Select(reason => new AutomationWaits(state.Tournament, reason))]);

    private static Decision<AutomationState, AutomationView> Changed(AutomationState next, params ImmutableArray<TournamentEvent> events) =>
        Decision<AutomationState, AutomationView>.Changed(next.View(), next, events);
}
