using System.Collections.Immutable;
using FsCheck.Xunit;
using Numerai.Contracts;
using Numerai.Tournament.Rounds.Settings;
using Numerai.Tournament.Rounds.Settlement;

namespace Numerai.Tournament.Tests.Rounds.Settlement;

public sealed class PayoutFormulaTests
{
    private static readonly PayoutSettings _classic = TournamentDefaults.Of(TournamentId.Classic).Payout;

    [Theory]
    [InlineData("0", 1.0)]
    [InlineData("72000", 1.0)]
    [InlineData("144000", 0.5)]
    public void The_payout_factor_is_the_threshold_over_the_total_at_risk_and_at_most_1(string atRisk, decimal expected) =>
        Assert.Equal(expected, PayoutFormula.Factor(_classic.StakeThreshold, Nmr.Parse(atRisk)));

    [Fact]
    public void The_payout_factor_has_18_decimals() =>
        Assert.Equal(0.333333333333333333m, PayoutFormula.Factor(Nmr.FromNmr(1), Nmr.FromNmr(3)));

    [Theory]
    [InlineData(0.02, 0.01, 1, 0.0375)]
    [InlineData(-0.02, -0.01, 1, -0.0375)]
    [InlineData(0.05, 0.05, 1, 0.05)]
    [InlineData(-0.05, -0.05, 1, -0.05)]
    [InlineData(0.02, 0.01, 0.5, 0.01875)]
    [InlineData(0.000000001, 0, 0.000000000000000001, 0)]
    public void The_multiplier_weighs_scores_then_applies_the_factor_then_clips(
        decimal corr, decimal mmc, decimal factor, decimal expected) =>
        Assert.Equal(expected, PayoutFormula.Multiplier(_classic, factor, Scores(corr, mmc)));

    [Fact]
    public void The_factor_is_inside_the_clip() =>
        Assert.Equal(0.05m, PayoutFormula.Multiplier(_classic, 0.5m, Scores(0.1m, 0.1m)));

    [Fact]
    public void The_multiplier_is_rounded_half_to_even_at_12_decimals()
    {
        // 0.75 * 0.000000001 * 0.000666666666666667 lies just above, 2 * ... exactly on halves of 10^-12.
        var half = new PayoutSettings(_classic.Multipliers.Clear().Add("corr", 0.0005m), 0.05m, Nmr.FromNmr(1));
        Assert.Equal(0m, PayoutFormula.Multiplier(half, 1m, Scores(0.000000001m, 0)));
        Assert.Equal(0.000000000002m, PayoutFormula.Multiplier(half, 1m, Scores(0.000000003m, 0)));
    }

    [Fact]
    public void An_absent_score_counts_nothing() =>
        Assert.Equal(0.015m, PayoutFormula.Multiplier(_classic, 1m, ImmutableSortedDictionary<string, decimal>.Empty.Add("corr", 0.02m)));

    [Property]
    public bool The_amount_never_exceeds_the_clipped_share_of_the_stake(long wei, int corr, int mmc)
    {
        var stake = new Nmr(Int128.Abs(wei));
        var multiplier = PayoutFormula.Multiplier(_classic, 1m, Scores(corr / 1_000_000_000m, mmc / 1_000_000_000m));
        var amount = PayoutFormula.Amount(stake, multiplier);
        return Math.Abs(multiplier) <= 0.05m && Int128.Abs(amount.Wei) * 20 <= stake.Wei
            && (amount.IsZero || amount.IsNegative == multiplier < 0);
    }

    private static ImmutableSortedDictionary<string, decimal> Scores(decimal corr, decimal mmc) =>
        ImmutableSortedDictionary<string, decimal>.Empty.Add("corr", corr).Add("mmc", mmc);
}
