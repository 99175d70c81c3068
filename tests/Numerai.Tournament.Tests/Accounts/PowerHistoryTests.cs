using FsCheck.Xunit;
using Numerai.Contracts;
using Numerai.Tournament.Accounts;

namespace Numerai.Tournament.Tests.Accounts;

public sealed class PowerHistoryTests
{
    private static readonly DateTimeOffset _start = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Whenever it is asked and however close movements follow each other, never more is answered than was held.</summary>
    [Property]
    public void Never_more_is_answered_than_was_held((byte Tenths, byte Held)[] movements, ushort asked)
    {
        var instant = _start.AddSeconds(asked % 100 / 10.0);
        var (history, held, then, now) = (PowerHistory.Empty, Nmr.Zero, Nmr.Zero, _start);
        foreach (var (tenths, next) in movements)
        {
            now = now.AddSeconds(tenths % 30 / 10.0);
            history = history.Moved(held, new Nmr(next), now);
            held = new Nmr(next);
            then = now <= instant ? held : then;
        }

        Assert.True(history.Lowest(held, instant, instant) <= then);
    }

    /// <summary>Movements a second or more apart are answered to the wei, for every instant.</summary>
    [Property]
    public void Movements_apart_are_answered_exactly(byte[] balances)
    {
        var (history, held) = (PowerHistory.Empty, Nmr.Zero);
        for (var second = 0; second < balances.Length; second++)
        {
            history = history.Moved(held, new Nmr(balances[second]), _start.AddSeconds(second));
            held = new Nmr(balances[second]);
        }

        for (var second = 0; second < balances.Length; second++)
        {
            Assert.Equal(new Nmr(balances[second]), history.Lowest(held, _start.AddSeconds(second), _start.AddSeconds(second)));
        }
    }

    [Fact]
    public void The_least_of_a_time_counts_when_clocks_may_differ()
    {
        var history = PowerHistory.Empty.Moved(Nmr.Zero, Nmr.FromNmr(5), _start)
            .Moved(Nmr.FromNmr(5), Nmr.FromNmr(9), _start.AddSeconds(3));

        Assert.Equal(Nmr.FromNmr(5), history.Lowest(Nmr.FromNmr(9), _start.AddSeconds(2), _start.AddSeconds(4)));
        Assert.Equal(Nmr.FromNmr(9), history.Lowest(Nmr.FromNmr(9), _start.AddSeconds(4), _start.AddSeconds(6)));
        Assert.Equal(Nmr.Zero, history.Lowest(Nmr.FromNmr(9), _start.AddSeconds(-1), _start.AddSeconds(4)));
    }

    [Fact]
    public void What_is_forgotten_counts_for_nothing_and_no_row_grows_for_ever()
    {
        var (history, held) = (PowerHistory.Empty, Nmr.Zero);
        for (var minute = 0; minute < 100; minute++)
        {
            history = history.Moved(held, held + Nmr.FromNmr(1), _start.AddMinutes(minute));
            held += Nmr.FromNmr(1);
        }

        Assert.True(history.Past.Count <= 31);
        Assert.Equal(Nmr.Zero, history.Lowest(held, _start.AddMinutes(50), _start.AddMinutes(50)));
        Assert.Equal(Nmr.FromNmr(91), history.Lowest(held, _start.AddMinutes(90), _start.AddMinutes(90)));
    }
}
