using Numerai.Contracts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Automation;

/// <content>Reading the feed's calendar, at most once a tick.</content>
public partial class AutomationActor
{
    /// <summary>What waits while the feed's calendar cannot be read.</summary>
    private const string NextOpening = "the next opening";

    private static readonly TimeSpan _freshWithRoundsToCome = TimeSpan.FromHours(1);
    private static readonly TimeSpan _freshWithout = TimeSpan.FromMinutes(1);

    /// <summary>A web feed's calendar as it was read last, and until when it is not read again.</summary>
    private (FeedCalendar Calendar, DateTimeOffset Until)? _calendar;

    private async Task<Outcome<FeedCalendar>> CalendarAsync(AutomationTick tick) => tick.Calendar ??= await FindCalendarAsync(tick);

    private async Task<Outcome<FeedCalendar>> FindCalendarAsync(AutomationTick tick)
    {
        if (!FeedCalendar.IsOf(Tournament))
        {
            return FeedCalendar.None;
        }

        if (_calendar is { } kept && Now < kept.Until)
        {
            return kept.Calendar;
        }

        if (NotYet(NextOpening) is { } earlier)
        {
            tick.Waits.Add(earlier);
            return new Refusal(RefusalCodes.FeedFailed, earlier.Reason);
        }

        return await ReadCalendarAsync(tick);
    }

    private async Task<Outcome<FeedCalendar>> ReadCalendarAsync(AutomationTick tick)
    {
        var calendar = FeedCalendar.None;
        var refusal = await AttemptAsync(async () =>
        {
            var read = FeedCalendar.Read(await tick.ReadAsync(FeedCalendar.File, FeedLimits.Read));
            calendar = read.Value;
            return read.Refusal;
        });
        if (refusal is not null)
        {
            tick.Waits.Add(new AutomationWait(NextOpening, refusal.Message));
            if (Retry(NextOpening, refusal) is { } retry)
            {
                await DecideAsync<AutomationRetry>((_, _) => AutomationDecisions.Fail(Current, retry));
            }

            return refusal;
        }

        if (FeedAddress.IsWeb(Current.Feed))
        {
            _calendar =
                (calendar!, Now + (calendar!.Rounds?.Any(round => round.OpensAt > Now) == true ? _freshWithRoundsToCome : _freshWithout));
        }

        return calendar!;
    }
}
