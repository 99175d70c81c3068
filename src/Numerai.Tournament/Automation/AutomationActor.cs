using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds;

namespace Numerai.Tournament.Automation;

/// <summary>
/// The actor behind <see cref="IAutomation"/>. A step is written down, done, and noted as done with an event; all steps can be repeated, so
/// that one cut short is done again. A round that is at work is left alone until it is done.
/// </summary>
public partial class AutomationActor(string key, IActorStorage<Persisted<AutomationState>> storage, ActorServices services)
    : Actor<AutomationState>(ActorKinds.Automation, key, storage, services), IAutomation
{
    /// <summary>A tick that has more to catch up with leaves the rest to the next one.</summary>
    private const int StepsATick = 500;

    /// <summary>How soon rounds that were asked for something are looked at again.</summary>
    private static readonly TimeSpan _rest = TimeSpan.FromSeconds(1);

    private TournamentId Tournament => new(int.Parse(Key));

    private AutomationState Current => State?.Redacted() ?? AutomationState.Initial(Tournament);

    public Task<Outcome<AutomationView>> GetAsync() => Task.FromResult<Outcome<AutomationView>>(Current.View());

    public Task<Outcome<AutomationView>> ConfigureAsync(ConfigureAutomation command)
    {
        _calendar = null;
        return DecideAsync<AutomationView>((_, now) => AutomationDecisions.Configure(Current, command, now));
    }

    public async Task<Outcome<ImmutableArray<string>>> TickAsync()
    {
        if (!Current.Enabled)
        {
            return ImmutableArray<string>.Empty;
        }

        var tick = new AutomationTick(Services.Feed, Current.Feed);
        await LookAfterAskedAsync(tick);
        while (tick.Done.Count < StepsATick && await NextAsync(tick) is { } step)
        {
            await TryAsync(step, tick);
        }

        await DecideAsync<AutomationView>((_, _) => AutomationDecisions.Wait(Current, [.. tick.Waits]));
        if (await AnyComesOnAsync())
        {
            // What is due after it does not wait for the next tick of a clock.
            Continue(TickAsync, _rest);
        }

        return tick.Done.ToImmutable();
    }

    /// <summary>Notes what rounds have done since they were asked, and leaves those alone that are still at work.</summary>
    private async Task LookAfterAskedAsync(AutomationTick tick)
    {
        foreach (var step in Current.Pending is { } pending ? Current.Asked.Remove(pending).Add(pending) : Current.Asked)
        {
            switch (AutomationPlan.Standing(step, await RoundAsync(step)))
            {
                case AutomationStanding.Done when step.Kind != AutomationStepKind.Missed:
                    await NoteAsync(step, tick);
                    break;
                case AutomationStanding.AtWork:
                    if (Current.Pending == step)
                    {
                        await DecideAsync<AutomationStep>((_, _) => AutomationDecisions.Ask(Current, step));
                    }

                    if (AutomationPlan.Trouble(await RoundAsync(step)) is { } trouble)
                    {
                        tick.Waits.Add(new AutomationWait(step.ToString(), trouble));
                    }

                    break;
                case AutomationStanding.Undone when Current.Pending != step:
                    await DecideAsync<AutomationStep>((_, _) => AutomationDecisions.Drop(Current, step, null));
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Whether a round that was asked is on its way; one that stands is left to the ticks of the clock.</summary>
    private async Task<bool> AnyComesOnAsync()
    {
        foreach (var step in Current.Asked)
        {
            if (await RoundAsync(step) is { Working: not null } round && AutomationPlan.Trouble(round) is null)
            {
                return true;
            }
        }

        return false;
    }

    private async Task<AutomationStep?> NextAsync(AutomationTick tick)
    {
        if (Current.Pending is { } pending)
        {
            return pending;
        }

        var calendar = await CalendarAsync(tick);
        var schedule = (await Services.Actors.Schedule(Tournament).GetAsync()).Require();
        var rounds = new List<RoundView>();
        foreach (var id in schedule.InFlight)
        {
            rounds.Add((await Services.Actors.Round(id).GetAsync()).Require());
        }

        return AutomationPlan.Next(
            Current, schedule.Settings, calendar.Accepted ? calendar.Value : null, schedule.LastRound, rounds, tick.Tried, tick.Waits, Now);
    }

    private async Task NoteAsync(AutomationStep step, AutomationTick tick)
    {
        await DecideAsync<AutomationStep>((_, now) => AutomationDecisions.Done(Current, step, now));
        tick.Done.Add(step.ToString());
    }

    private async Task<RoundView?> RoundAsync(AutomationStep step) =>
        step.Round == 0 ? null : (await Services.Actors.Round(new RoundId(Tournament, step.Round)).GetAsync()).Value;
}
