using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Governance;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Settings;

namespace Numerai.Tournament.Rounds.Schedule;

/// <summary>What can happen to a tournament's calendar and settings.</summary>
internal static class ScheduleDecisions
{
    /// <summary>Decides number and times of the next round; the round itself is then asked to open.</summary>
    public static Decision<ScheduleState, PendingOpening> BeginOpening(ScheduleState state, OpenNextRound command, DateTimeOffset now)
    {
        var number = command.Number ?? state.LastRound + 1;
        if (number != state.LastRound + 1)
        {
            return new Refusal(
                RefusalCodes.RoundExists,
                $"The next round of tournament {state.Tournament} is {state.LastRound + 1}; round {number} can't be opened now.");
        }

        var opens = command.Opens ?? now;
        var calendar = RoundCalendar.StartingAt(state.Settings, opens, command.Closes);
        if (calendar.Closes <= calendar.Opens || calendar.Closes <= now)
        {
            return new Refusal(
                RefusalCodes.InvalidRequest,
                $"The round would close at {calendar.Closes.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}; that has to be later than its opening "
                    + "and than now.");
        }

        RoundId? previous = state.LastRound == 0 ? null : new RoundId(state.Tournament, state.LastRound);
        var opening = new PendingOpening(
            new RoundId(state.Tournament, number),
            new OpenRound(
                state.Settings, calendar, command.LiveDataset, command.BenchmarkDataset, command.IdMap, previous, command.Universe));
        return Decision<ScheduleState, PendingOpening>.Changed(opening, state with { Opening = opening });
    }

    public static Decision<ScheduleState, RoundId> ConfirmOpening(ScheduleState state, PendingOpening opening)
    {
        var next = state with { Opening = null, LastRound = opening.Round.Number, InFlight = state.InFlight.Add(opening.Round) };
        return Decision<ScheduleState, RoundId>.Changed(opening.Round, next);
    }

    public static Decision<ScheduleState, RoundId> DropOpening(ScheduleState state, PendingOpening opening) =>
        Decision<ScheduleState, RoundId>.Changed(opening.Round, state with { Opening = null });

    public static Decision<ScheduleState, int> Finish(ScheduleState state, ImmutableArray<RoundId> finished) =>
        finished.IsEmpty
            ? Decision<ScheduleState, int>.Unchanged(0)
            : Decision<ScheduleState, int>.Changed(finished.Length, state with { InFlight = state.InFlight.RemoveRange(finished) });

    public static Decision<ScheduleState, MoneyTurn> GiveLane(ScheduleState state, RoundStepView step)
    {
        if (state.Lane is { } given && given.IsFor(step))
        {
            return Decision<ScheduleState, MoneyTurn>.Unchanged(given);
        }

        var turn = new MoneyTurn(step.Round, step.Started, (state.Lane?.Number ?? 0) + 1);
        return Decision<ScheduleState, MoneyTurn>.Changed(turn, state with { Lane = turn });
    }

    public static Decision<ScheduleState, TournamentSettings> ChangeSettings(
        ScheduleState state, TournamentSettings settings, DateTimeOffset now)
    {
        // The version that is in force, word for word: the command came twice.
        if (settings.Version == state.Settings.Version
            && StoredJson.Write(settings).AsSpan().SequenceEqual(StoredJson.Write(state.Settings)))
        {
            return Decision<ScheduleState, TournamentSettings>.Unchanged(state.Settings);
        }

        if (settings.Tournament != state.Tournament || settings.Version != state.Settings.Version + 1)
        {
            return new Refusal(
                RefusalCodes.InvalidSettings,
                $"The settings are version {settings.Version} for tournament {settings.Tournament}; "
                + $"expected version {state.Settings.Version + 1} for tournament {state.Tournament}.");
        }

        return SettingsValidation.Check(settings) is { } refusal
            ? refusal
            : Decision<ScheduleState, TournamentSettings>.Changed(
                settings, With(state, settings, now), new SettingsChanged(settings, null));
    }

    /// <summary>A change by proposal, on the settings as they are now.</summary>
    public static Decision<ScheduleState, TournamentSettings> ApplyPatch(
        ScheduleState state, ApplySettingsPatch command, DateTimeOffset now)
    {
        var applied = $"{command.Proposal}/{command.Index}";
        if (state.AppliedPatches.Contains(applied))
        {
            return Decision<ScheduleState, TournamentSettings>.Unchanged(state.Settings);
        }

        var next = SettingsPatch.Apply(state.Settings, command.Patch);
        if (!next.Accepted)
        {
            return next.Refusal;
        }

        var patches = state.AppliedPatches.Add(applied);
        return Decision<ScheduleState, TournamentSettings>.Changed(
            next.Value,
            With(state, next.Value, now) with
            {
                AppliedPatches = patches.Count > ScheduleState.RememberedPatches ? patches.RemoveAt(0) : patches,
            },
            new SettingsChanged(next.Value, command.Proposal));
    }

    /// <summary>Notes that emissions up to a time are issued.</summary>
    public static Decision<ScheduleState, DateTimeOffset> Emitted(ScheduleState state, DateTimeOffset until) =>
        Decision<ScheduleState, DateTimeOffset>.Changed(until, state with { EmittedUntil = until });

    /// <summary>A schedule of emissions that is new starts now; what was due under the earlier one has been issued before.</summary>
    private static ScheduleState With(ScheduleState state, TournamentSettings settings, DateTimeOffset now)
    {
        var same = StoredJson.Write(settings.Emission).AsSpan().SequenceEqual(StoredJson.Write(state.Settings.Emission));
        return state with { Settings = settings, EmittedUntil = same ? state.EmittedUntil : now };
    }
}
