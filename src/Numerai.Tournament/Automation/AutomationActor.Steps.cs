using Microsoft.Extensions.Logging;
using Numerai.Contracts;
using Numerai.Data;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;

namespace Numerai.Tournament.Automation;

/// <content>Doing one step, from a feed where it needs one.</content>
public partial class AutomationActor
{
    private async Task TryAsync(AutomationStep step, AutomationTick tick)
    {
        tick.Tried.Add(step);
        if (Current.Pending is null && NotYet(step.ToString()) is { } earlier)
        {
            tick.Waits.Add(earlier);
            return;
        }

        if (Current.Pending is null)
        {
            await DecideAsync<AutomationStep>((_, _) => AutomationDecisions.Begin(Current, step));
        }

        var refusal = await AttemptAsync(() => DoAsync(step, tick));
        if (refusal is not null)
        {
            tick.Waits.Add(new AutomationWait(step.ToString(), refusal.Message));
        }

        switch (AutomationPlan.Standing(step, await RoundAsync(step)))
        {
            case AutomationStanding.AtWork:
            case AutomationStanding.Undone when refusal is null:
                await DecideAsync<AutomationStep>((_, _) => AutomationDecisions.Ask(Current, step));
                break;
            case AutomationStanding.Done when refusal is null:
                await NoteAsync(step, tick);
                break;
            default:
                var retry = step.Kind is AutomationStepKind.Open or AutomationStepKind.Score ? Retry(step.ToString(), refusal!) : null;
                await DecideAsync<AutomationStep>((_, _) => AutomationDecisions.Drop(Current, step, retry));
                break;
        }
    }

    /// <summary>What a step of a web feed waits for that failed a short time ago; null when it may be tried.</summary>
    private AutomationWait? NotYet(string step) => Current.Retries.Any(retry => retry.Step == step && retry.Next > Now)
        ? Current.Waits.FirstOrDefault(wait => wait.Step == step)
        : null;

    private AutomationRetry? Retry(string step, Refusal refusal) => FeedAddress.IsWeb(Current.Feed)
        ? AutomationRetry.After(
            Current.Retries.FirstOrDefault(retry => retry.Step == step), step, refusal.Code == RefusalCodes.DatasetNotFound, Now)
        : null;

    /// <summary>Null when it went well, else what is published of why not: never a path or an address, which the log has.</summary>
    private async Task<Refusal?> AttemptAsync(Func<Task<Refusal?>> work)
    {
        try
        {
            return await work();
        }
        catch (FeedException fault)
        {
            Services.Logger.LogWarning(fault, "The feed of tournament {Tournament} failed.", Tournament);
            return new Refusal(RefusalCodes.FeedFailed, fault.Message);
        }
        catch (DataFormatException bad)
        {
            return new Refusal(bad.Code, bad.Message);
        }
        catch (Exception fault) when (fault is IOException or InvalidOperationException or UnauthorizedAccessException)
        {
            Services.Logger.LogError(fault, "A step of tournament {Tournament}'s automation failed.", Tournament);
            return new Refusal(RefusalCodes.FeedFailed, $"the server could not do it ({fault.GetType().Name}); its log says why.");
        }
    }

    private async Task<Refusal?> DoAsync(AutomationStep step, AutomationTick tick)
    {
        var files = new FeedFiles(Services, Current, tick);
        var round = Services.Actors.Round(new RoundId(Tournament, step.Round));
        switch (step.Kind)
        {
            case AutomationStepKind.Open:
                return await OpenAsync(files, step, tick);
            case AutomationStepKind.Close:
                return Unless(await round.CloseAsync(early: false));
            case AutomationStepKind.Score:
                return await ScoreAsync(files, round, step, tick);
            case AutomationStepKind.Resolve:
                return Unless(await round.ResolveAsync());
            default:
                return null;
        }
    }

    private async Task<Refusal?> OpenAsync(FeedFiles files, AutomationStep step, AutomationTick tick)
    {
        var schedule = Services.Actors.Schedule(Tournament);
        var calendar = await CalendarAsync(tick);
        if (!calendar.Accepted)
        {
            return calendar.Refusal;
        }

        var opening = FeedCalendar.IsOf(Tournament)
            ? await files.OpeningAsync(step.Round, step.Due, calendar.Value)
            : await files.DailyOpeningAsync(step.Round, step.Due, (await schedule.GetAsync()).Require().Settings.Submission);
        return opening.Accepted ? (await schedule.OpenRoundAsync(opening.Value)).Refusal : opening.Refusal;
    }

    private async Task<Refusal?> ScoreAsync(FeedFiles files, IRound round, AutomationStep step, AutomationTick tick)
    {
        var view = (await round.GetAsync()).Require();
        var calendar = await CalendarAsync(tick);
        if (!calendar.Accepted)
        {
            return calendar.Refusal;
        }

        var folder = view.Basis is { } day ? UniverseId.Day(day.Date) : $"{calendar.Value.FolderOf(step.Round, view.Calendar.Opens)}";
        var target = await files.TargetAsync(folder, step.Day);
        if (!target.Accepted)
        {
            return target.Refusal;
        }

        var scored = await round.PublishTargetAsync(new PublishTarget(step.Day, target.Value.Target));
        return Unless(scored) is { } refusal ? FeedFiles.Bad(target.Value.File, refusal) : null;
    }

    /// <summary>A round that is at work on something else is no trouble: it is asked again when that is done.</summary>
    private static Refusal? Unless(Outcome<RoundView> asked) => asked.Refusal is { Code: RefusalCodes.RoundAtWork } ? null : asked.Refusal;
}
