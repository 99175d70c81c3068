namespace Numerai.Tournament.Actors.Clocks;

/// <summary>
/// The tournament's time, which is the machine's or a virtual clock's. It has a type of its own because a server's framework runs timers
/// and deadlines of its own on the <see cref="TimeProvider"/> that is registered as such, and those must not stand still with a virtual
/// clock.
/// </summary>
public sealed class TournamentTime(TimeProvider source) : TimeProvider
{
    public override long TimestampFrequency => source.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => source.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => source.GetUtcNow();

    public override long GetTimestamp() => source.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        source.CreateTimer(callback, state, dueTime, period);
}
