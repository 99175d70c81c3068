using Numerai.Contracts;
using Numerai.Tournament.Treasury;

namespace Numerai.Tournament.Tests.Treasury;

public sealed class TreasuryRunwayTests
{
    private static readonly DateTimeOffset _now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_balance_lasts_as_long_as_rounds_go_on_paying_what_they_paid()
    {
        var runway = TreasuryRunways.Of(
            Nmr.FromNmr(1000), [(_now.AddDays(-10), Nmr.FromNmr(60)), (_now, Nmr.FromNmr(30)), (_now.AddDays(-91), Nmr.FromNmr(500))], _now,
            []);

        Assert.Equal((2, Nmr.FromNmr(90), 1000L), (runway.Rounds, runway.Paid, runway.DaysLeft));
    }

    [Fact]
    public void Where_nothing_was_paid_there_is_nothing_to_reckon_with() =>
        Assert.Null(TreasuryRunways.Of(Nmr.FromNmr(1000), [(_now, Nmr.Zero)], _now, []).DaysLeft);

    [Fact]
    public void An_empty_treasury_lasts_no_day() =>
        Assert.Equal(0, TreasuryRunways.Of(Nmr.Zero, [(_now, Nmr.FromNmr(1))], _now, []).DaysLeft);
}
