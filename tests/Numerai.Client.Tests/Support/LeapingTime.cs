namespace Numerai.Client.Tests.Support;

/// <summary>
/// A clock that leaps over every wait between attempts and notes how long it was; the far longer timeouts of attempts never end.
/// </summary>
internal sealed class LeapingTime : TimeProvider
{
    private static readonly TimeSpan _longestWait = TimeSpan.FromSeconds(20);

    public List<TimeSpan> Waits { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= TimeSpan.Zero && dueTime <= _longestWait)
        {
            Waits.Add(dueTime);
            callback(state);
        }

        return System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
