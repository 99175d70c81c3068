using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Treasury;

namespace Numerai.Tournament.Rounds.Schedule;

/// <summary>The actor behind <see cref="ISchedule"/>.</summary>
public class ScheduleActor(string key, IActorStorage<Persisted<ScheduleState>> storage, ActorServices services)
    : Actor<ScheduleState>(ActorKinds.Schedule, key, storage, services), ISchedule
{
    private const int EmissionsAtOnce = 100;

    /// <summary>How soon a lane that has become free is passed on when nobody asks.</summary>
    private static readonly TimeSpan _laneIsLookedAt = TimeSpan.FromMilliseconds(250);

    private ScheduleState Current => State ?? ScheduleState.Initial(new TournamentId(int.Parse(Key)));

    public Task<Outcome<ScheduleView>> GetAsync() => Task.FromResult<Outcome<ScheduleView>>(Current.View());

    public async Task<Outcome<RoundView>> OpenRoundAsync(OpenNextRound command)
    {
        await FinishOpeningAsync();
        if (await RepeatedAsync(command) is { } opened)
        {
            return opened;
        }

        if (await WaitingAsync() is { } waiting)
        {
            return waiting;
        }

        var begun = await DecideAsync<PendingOpening>((_, now) => ScheduleDecisions.BeginOpening(Current, command, now));
        return begun.Accepted ? await OpenAsync(begun.Value) : begun.Refusal;
    }

    public async Task<Outcome<ImmutableArray<string>>> TickAsync()
    {
        var done = ImmutableArray.CreateBuilder<string>();
        await EmitAsync(Now, done);
        await FinishOpeningAsync();
        var automation = (await Services.Actors.Automation(Current.Tournament).GetAsync()).Require();
        var finished = ImmutableArray.CreateBuilder<RoundId>();

        // All that is due is begun before anyone is given the lane: then it is the due order that counts, not who was looked at first.
        foreach (var id in Current.InFlight)
        {
            if (await AdvanceAsync(id, automation.Enabled, done) is { Phase: RoundPhase.Resolved or RoundPhase.Cancelled, Working: null })
            {
                finished.Add(id);
            }
        }

        await DecideAsync<int>((_, _) => ScheduleDecisions.Finish(Current, finished.ToImmutable()));
        var steps = await StepsAsync();
        await GiveLaneAsync(steps);
        await DecideAsync<int>((_, now) => StandingSteps.Watch(Current, steps, now));
        return done.ToImmutable();
    }

    public async Task<Outcome<LaneView>> ArrangeAsync() => await GiveLaneAsync(await StepsAsync());

    private async Task<LaneView> GiveLaneAsync(List<RoundStepView> steps)
    {
        if (MoneyLane.Holder(Current.Lane, steps) is not { } holder)
        {
            return new LaneView(null, false);
        }

        if (holder.State == RoundStepState.AwaitsMoney)
        {
            var turn = (await DecideAsync<MoneyTurn>((_, _) => ScheduleDecisions.GiveLane(Current, holder))).Require();
            (await Services.Actors.Round(holder.Round).GoAsync(holder.Started, turn.Number)).Require();
        }

        var onItsWay = holder is { State: RoundStepState.Running, HoldsLane: false };
        if (onItsWay || steps.Any(step => step.State == RoundStepState.AwaitsMoney && step != holder))
        {
            Continue(ArrangeAsync, _laneIsLookedAt);
        }

        return new LaneView(holder.Round, holder.State == RoundStepState.Failing);
    }

    /// <summary>What the rounds in flight are in the middle of.</summary>
    private async Task<List<RoundStepView>> StepsAsync()
    {
        var answers = await Task.WhenAll(Current.InFlight.Select(round => Services.Actors.Round(round).StepAsync()));
        return [.. answers.Select(answer => answer.Value).OfType<RoundStepView>()];
    }

    public async Task<Outcome<TournamentSettings>> ChangeSettingsAsync(TournamentSettings settings)
    {
        var now = await EmitAsync(Now);
        return await DecideAsync<TournamentSettings>((_, _) => ScheduleDecisions.ChangeSettings(Current, settings, now));
    }

    public async Task<Outcome<TournamentSettings>> ApplyPatchAsync(ApplySettingsPatch command)
    {
        var now = await EmitAsync(Now);
        return await DecideAsync<TournamentSettings>((_, _) => ScheduleDecisions.ApplyPatch(Current, command, now));
    }

    /// <summary>
    /// Issues what is due until a time, oldest first, however long nobody looked. The treasury knows what it has booked, so that a crash
    /// before the note of it only makes the next turn ask again.
    /// </summary>
    private async Task<DateTimeOffset> EmitAsync(DateTimeOffset until, ImmutableArray<string>.Builder? done = null)
    {
        foreach (var due in EmissionSchedule.Due(Current.Tournament, Current.Settings.Emission, Current.EmittedUntil,
            until).Chunk(EmissionsAtOnce))
        {
            (await Services.Actors.Treasury().EmitAsync([.. due])).Require();
            await DecideAsync<DateTimeOffset>((_, _) => ScheduleDecisions.Emitted(Current, due[^1].Due));
            foreach (var emission in due)
            {
                done?.Add($"issued {emission.Amount} NMR that were due at {emission.Due.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}");
            }
        }

        return until;
    }

    private async Task<RoundView?> AdvanceAsync(RoundId id, bool automated, ImmutableArray<string>.Builder done)
    {
        var round = Services.Actors.Round(id);
        var view = await round.GetAsync();
        if (view is { Accepted: true, Value: { Working: { } step, Step: var standing } })
        {
            // Having been read, a step that runs goes on by itself: the round is awake. To ask it would be to wait for its turn.
            if (standing is { State: RoundStepState.Running or RoundStepState.AwaitsMoney } || standing?.NextAttempt > Now)
            {
                return view.Value;
            }

            done.Add($"round {id}: went on with {step}");
            return (await round.ContinueAsync()).Value;
        }

        if (view is { Accepted: true, Value.Phase: RoundPhase.Scheduled } && Now >= view.Value.Calendar.Opens)
        {
            done.Add($"round {id}: opened");
            view = await round.StartAsync();
        }

        if (view is { Accepted: true, Value: { Phase: RoundPhase.Open, Working: null } } && Now >= view.Value.Calendar.Closes && !automated)
        {
            done.Add($"round {id}: closed");
            view = await round.CloseAsync(early: false);
        }

        return view.Value;
    }

    /// <summary>A repeated command that names its number is answered with the round it opened.</summary>
    private async Task<Outcome<RoundView>?> RepeatedAsync(OpenNextRound command)
    {
        if (command.Number is not { } number || number != Current.LastRound || number == 0)
        {
            return null;
        }

        var view = await Services.Actors.Round(new RoundId(Current.Tournament, number)).GetAsync();
        return view.Accepted && view.Value.StandsOn(command.LiveDataset, command.Universe) ? view : null;
    }

    /// <summary>One round waits for its opening time at most, so that ids are always carried over from the round before.</summary>
    private async Task<Refusal?> WaitingAsync()
    {
        if (Current.LastRound == 0)
        {
            return null;
        }

        var newest = await Services.Actors.Round(new RoundId(Current.Tournament, Current.LastRound)).GetAsync();
        return newest is { Accepted: true, Value.Phase: RoundPhase.Scheduled }
            ? new Refusal(
                RefusalCodes.RoundNotOpen, $"Round {newest.Value.Id} is scheduled and has not opened yet; open the next one after it.")
            : null;
    }

    private Task FinishOpeningAsync() => Current.Opening is { } opening ? OpenAsync(opening) : Task.CompletedTask;

    private async Task<Outcome<RoundView>> OpenAsync(PendingOpening opening)
    {
        var opened = await Services.Actors.Round(opening.Round).OpenAsync(opening.Command);
        await DecideAsync<RoundId>((_, _) => opened.Accepted
            ? ScheduleDecisions.ConfirmOpening(Current, opening)
            : ScheduleDecisions.DropOpening(Current, opening));
        return opened;
    }
}
