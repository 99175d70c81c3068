namespace Numerai.Storage.Tests.Feeds;

/// <summary>Time that goes on by hand; it tells when a timer was set again.</summary>
internal sealed class HandClock : TimeProvider
{
    private readonly List<HandTimer> _timers = [];

    /// <summary>Released each time a timer that runs is set anew.</summary>
    public SemaphoreSlim Changed { get; } = new(0);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HandTimer(this, callback, state, dueTime);
        lock (_timers)
        {
            _timers.Add(timer);
        }

        return timer;
    }

    /// <summary>So much time passes at once for every timer.</summary>
    public void Pass(TimeSpan time)
    {
        List<HandTimer> due;
        lock (_timers)
        {
            due = _timers.FindAll(timer => timer.Due >= TimeSpan.Zero && timer.Due <= time);
        }

        due.ForEach(timer => timer.Fire());
    }

    private sealed class HandTimer(HandClock clock, TimerCallback callback, object? state, TimeSpan due) : ITimer
    {
        public TimeSpan Due { get; private set; } = due;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime;
            clock.Changed.Release();
            return true;
        }

        public void Fire() => callback(state);

        public void Dispose() => Due = Timeout.InfiniteTimeSpan;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
