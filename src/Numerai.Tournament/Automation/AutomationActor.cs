using System.Collections.Immutable;
using Numerai.Data;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Identity;
using Numerai.Tournament.Outcomes;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Universes;

namespace Numerai.Tournament.Automation;

/// <summary>
/// The actor behind <see cref="IAutomation"/>. A step is written down, done, and noted as done with an event; all steps can be repeated, so
/// that one cut short is done again.
/// </summary>
public class AutomationActor(string key, IActorStorage<Persisted<AutomationState>> storage, ActorServices services)
    : Actor<AutomationState>("automation", key, storage, services), IAutomation
{
    /// <summary>A tick that has more to catch up with leaves the rest to the next one.</summary>
    private const int StepsATick = 500;

    private TournamentId Tournament => new(int.Parse(Key));

    private AutomationState Current => State ?? AutomationState.Initial(Tournament);

    public Task<Outcome<AutomationView>> GetAsync() => Task.FromResult<Outcome<AutomationView>>(Current.View());

    public Task<Outcome<AutomationView>> ConfigureAsync(ConfigureAutomation command) =>
        DecideAsync<AutomationView>((_, now) => AutomationDecisions.Configure(Current, command, now));

    public async Task<Outcome<ImmutableArray<string>>> TickAsync()
    {
        var done = ImmutableArray.CreateBuilder<string>();
        if (!Current.Enabled)
        {
            return done.ToImmutable();
        }

        var waiting = new Dictionary<AutomationStep, string>();
        while (done.Count < StepsATick && await NextAsync(waiting) is { } step)
        {
            if (await TryAsync(step) is { } reason)
            {
                waiting.Add(step, reason);
            }
            else
            {
                done.Add(step.ToString());
            }
        }

        await DecideAsync<AutomationView>((_, _) => AutomationDecisions.Wait(Current, [.. waiting.Select(pair => new AutomationWait(pair.Key.ToString(), pair.Value))]));
        return done.ToImmutable();
    }

    private async Task<AutomationStep?> NextAsync(Dictionary<AutomationStep, string> waiting)
    {
        if (Current.Pending is { } pending)
        {
            return pending;
        }

        var schedule = (await Services.Actors.Schedule(Tournament).GetAsync()).Require();
        var rounds = new List<RoundView>();
        foreach (var id in schedule.InFlight)
        {
            rounds.Add((await Services.Actors.Round(id).GetAsync()).Require());
        }

        return AutomationPlan.Next(Current, schedule.Settings, schedule.LastRound, rounds, waiting.Keys.ToHashSet(), Now);
    }

    /// <summary>Null when the step is done, else why it is not.</summary>
    private async Task<string?> TryAsync(AutomationStep step)
    {
        if (Current.Pending is null)
        {
            await DecideAsync<AutomationStep>((_, _) => AutomationDecisions.Begin(Current, step));
        }

        string? reason;
        try
        {
            reason = (await DoAsync(step))?.Message;
        }
        catch (Exception fault) when (fault is IOException or InvalidOperationException or DataFormatException or UnauthorizedAccessException)
        {
            reason = fault.Message;
        }

        await DecideAsync<AutomationStep>((_, now) =>
            reason is null ? AutomationDecisions.Done(Current, step, now) : AutomationDecisions.Drop(Current));
        return reason;
    }

    private async Task<Refusal?> DoAsync(AutomationStep step)
    {
        var files = new FeedFiles(Services, Current);
        var round = Services.Actors.Round(new RoundId(Tournament, step.Round));
        switch (step.Kind)
        {
            case AutomationStepKind.Open:
                var schedule = Services.Actors.Schedule(Tournament);
                var opening = Tournament == TournamentId.Classic
                    ? await files.OpeningAsync(step.Round, step.Due)
                    : await files.DailyOpeningAsync(step.Round, step.Due, (await schedule.GetAsync()).Require().Settings.Submission);
                return opening.Accepted ? (await schedule.OpenRoundAsync(opening.Value)).Refusal : opening.Refusal;
            case AutomationStepKind.Close:
                return (await round.CloseAsync(early: false)).Refusal;
            case AutomationStepKind.Score:
                return await ScoreAsync(files, round, step);
            case AutomationStepKind.Resolve:
                return (await round.ResolveAsync()).Refusal;
            default:
                return null;
        }
    }

    private static async Task<Refusal?> ScoreAsync(FeedFiles files, IRound round, AutomationStep step)
    {
        var basis = (await round.GetAsync()).Require().Basis;
        var target = await files.TargetAsync(basis is { } day ? UniverseId.Day(day.Date) : $"{step.Round}", step.Day);
        if (!target.Accepted)
        {
            return target.Refusal;
        }

        var scored = await round.PublishTargetAsync(new PublishTarget(step.Day, target.Value.Target));
        return scored.Accepted ? null : FeedFiles.Bad(target.Value.File, scored.Refusal);
    }
}
