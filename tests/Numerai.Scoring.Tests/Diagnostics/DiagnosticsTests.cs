using System.Numerics;
using Numerai.Scoring.Diagnostics;
using Numerai.Scoring.LinearAlgebra;
using Numerai.Scoring.Rounds;
using Numerai.Scoring.Statistics;

namespace Numerai.Scoring.Tests.Diagnostics;

public sealed class DiagnosticsTests
{
    [Fact]
    public void A_summary_holds_what_hand_arithmetic_gives()
    {
        EraSummary summary = EraSummary.Of([0.1, -0.2, double.NaN, 0.3, 0.2]);
        Assert.Equal(4, summary.Eras);
        Assert.Equal(0.1, summary.Mean, 1e-15);
        Assert.Equal(Math.Sqrt(0.035), summary.Deviation, 1e-15);
        Assert.Equal(0.1 / Math.Sqrt(0.035), summary.Sharpe, 1e-14);
        Assert.Equal(0.1 / 0.1, summary.Sortino, 1e-14);
        Assert.Equal(0.2, summary.MaximumDrawdown, 1e-15);
        Assert.Equal(0.75, summary.SharePositive);
        Assert.Equal(PlainAutocorrelation([0.1, -0.2, 0.3, 0.2]), summary.Autocorrelation, 1e-14);
    }

    [Fact]
    public void A_loss_in_the_first_era_is_a_drawdown() => Assert.Equal(0.5, EraSummary.Of([-0.5, 0.2]).MaximumDrawdown, 1e-15);

    [Fact]
    public void No_era_gives_no_numbers() => Assert.Equal(double.NaN, EraSummary.Of([double.NaN]).Sharpe);

    [Fact]
    public void A_report_scores_each_era_and_names_exposure()
    {
        double[] predictions = [0.1, 0.4, 0.2, 0.9, 0.7, 0.3];
        double[] target = [0, 0.5, 0.25, 1, 0.75, 0.5];
        ColumnMatrix features = new(6, 2, (sbyte[])[0, 1, 2, 3, 4, 0, 2, 2, 2, 2, 2, 2]);
        ValidationReport report = ValidationReport.Of(
            [new ValidationEra("0001", predictions, target, new RoundInputs { Rows = 6, Features = features })]);
        EraScores era = Assert.Single(report.Eras);
        Assert.InRange(era.Corr, 0.8, 1);
        Assert.Equal(era.Corr, report.Corr.Mean);
        Assert.Equal(double.NaN, era.Mmc);
        Assert.Equal(Math.Abs(Correlation.Pearson(predictions, [0, 1, 2, 3, 4, 0])), era.MaximumExposure);
        Assert.Equal(era.MaximumExposure, era.MeanExposure);
    }

    [Theory]
    [InlineData(0.1234567885, 0.123456788)]
    [InlineData(-0.0000000004, -0.0)]
    [InlineData(0.0009765625, 0.000976562)]
    [InlineData(0.0029296875, 0.002929688)]
    [InlineData(123456.7891234567, 123456.789123457)]
    public void A_published_score_is_rounded_once_to_nine_decimals(double score, double published)
    {
        Assert.Equal(published, PublishedScore.Round(score));
        Assert.Equal(PublishedScore.Round(score), double.Parse(PublishedScore.Round(score).ToString("F9")));
    }

    [FsCheck.Xunit.Property(MaxTest = 500)]
    public void Rounding_agrees_with_exact_decimal_arithmetic(int numerator, byte power)
    {
        double score = Math.ScaleB(numerator, -(power % 60));
        if (Math.Abs(score) < 1e9)
        {
            // The decimal expansion of a double this small in size has at most 60 places; BigInteger keeps all of them.
            BigInteger scaled = numerator * BigInteger.Pow(10, 9);
            BigInteger divisor = BigInteger.One << (power % 60);
            BigInteger floor = BigInteger.DivRem(scaled, divisor, out BigInteger rest);
            if (rest.Sign < 0)
            {
                floor -= 1;
                rest += divisor;
            }

            int half = (2 * rest).CompareTo(divisor);
            BigInteger nearest = half > 0 || (half == 0 && !floor.IsEven) ? floor + 1 : floor;
            Assert.Equal((double)nearest / 1e9, PublishedScore.Round(score));
        }
    }

    private static double PlainAutocorrelation(double[] values) =>
        Correlation.Pearson(values.AsSpan(1), values.AsSpan(0, values.Length - 1));
}
