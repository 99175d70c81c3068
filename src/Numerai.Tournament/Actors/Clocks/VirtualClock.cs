namespace Numerai.Tournament.Actors.Clocks;

/// <summary>
/// A clock that stands still until it is advanced. Timers fire in the order of their times, those of one time as they were made.
/// </summary>
public sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    /// <summary>Clocks stop short of it, so that whatever looks ahead from their time, a season or a deadline, still has a date.</summary>
    public static DateTimeOffset End { get; } = new(3000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock _lock = new();
    private readonly PriorityQueue<VirtualTimer, (long Ticks, long Number)> _due = new();
    private DateTimeOffset _now = start.ToUniversalTime();
    private long _made;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan span) => AdvanceTo(GetUtcNow() + span);

    /// <summary>Moves on to a time; every timer that is due on the way fires at its own time, on the calling thread.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time has passed.</exception>
    public void AdvanceTo(DateTimeOffset time)
    {
        while (TakeDue(time) is { } timer)
        {
            timer.Fire();
        }
    }

    internal void Schedule(VirtualTimer timer, TimeSpan dueTime)
    {
        lock (_lock)
        {
            timer.Number = ++_made;
            _due.Enqueue(timer, (_now.UtcTicks + dueTime.Ticks, timer.Number));
        }
    }

    /// <summary>
    /// The next timer due until a time, with the clock set to its time; null when there is none, with the clock at that time.
    /// </summary>
    private VirtualTimer? TakeDue(DateTimeOffset until)
    {
        lock (_lock)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(until, _now);
            while (_due.TryPeek(out var timer, out var due) && due.Ticks <= until.UtcTicks)
            {
                _due.Dequeue();

                // A timer that was changed since has a newer number, under which it is found again.
                if (timer.Number == due.Number)
                {
                    _now = new DateTimeOffset(Math.Max(due.Ticks, _now.UtcTicks), TimeSpan.Zero);
                    return timer;
                }
            }

            _now = until.ToUniversalTime();
            return null;
        }
    }
}
