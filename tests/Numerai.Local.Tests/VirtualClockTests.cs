using Numerai.Tournament.Actors.Clocks;
namespace Numerai.Local.Tests;

public sealed class VirtualClockTests
{
    private static readonly DateTimeOffset _start = new(2026, 1, 6, 12, 0, 0, TimeSpan.Zero);
    private readonly VirtualClock _clock = new(_start);
    private readonly List<string> _fired = [];

    [Fact]
    public void It_stands_still_until_it_is_advanced()
    {
        Assert.Equal(_start, _clock.GetUtcNow());
        _clock.Advance(TimeSpan.FromSeconds(90));

        Assert.Equal(_start.AddSeconds(90), _clock.GetUtcNow());
        Assert.Throws<ArgumentOutOfRangeException>(() => _clock.AdvanceTo(_start));
    }

    [Fact]
    public void Timers_fire_in_order_each_at_its_own_time()
    {
        Timer("late", 30);
        Timer("early", 10);
        Timer("same as early, made later", 10);
        Timer("too late", 61);
        Timer("again", 20, 15);
        _clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(
            ["early 10", "same as early, made later 10", "again 20", "late 30", "again 35", "again 50"], _fired);
    }

    [Fact]
    public void A_timer_that_was_disposed_or_set_anew_does_not_fire_at_its_old_time()
    {
        Timer("disposed", 10).Dispose();
        Timer("moved", 10).Change(TimeSpan.FromSeconds(40), Timeout.InfiniteTimeSpan);
        Timer("stopped", 10).Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(["moved 40"], _fired);
    }

    [Fact]
    public async Task Delays_on_this_clock_end_when_it_has_come_that_far()
    {
        var delay = Task.Delay(TimeSpan.FromHours(1), _clock);
        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.False(delay.IsCompleted);
        _clock.Advance(TimeSpan.FromMinutes(1));

        await delay;
    }

    private ITimer Timer(string name, int seconds, int period = 0) => _clock.CreateTimer(
        _ => _fired.Add($"{name} {(_clock.GetUtcNow() - _start).TotalSeconds:0}"),
        null,
        TimeSpan.FromSeconds(seconds),
        period == 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(period));
}
