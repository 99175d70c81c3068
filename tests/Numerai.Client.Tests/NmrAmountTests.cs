using FsCheck.Xunit;
using Numerai.Contracts;

namespace Numerai.Client.Tests;

public sealed class NmrAmountTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("12.5", "12.5")]
    [InlineData("-0.000000000000000001", "-0.000000000000000001")]
    [InlineData("007.10", "7.1")]
    [InlineData("1000000", "1000000")]
    public void Text_is_read_exactly_and_written_shortest(string text, string expected) =>
        Assert.Equal(expected, Nmr.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1e3")]
    [InlineData(" 1")]
    [InlineData("1,000")]
    [InlineData("0.0000000000000000001")]
    [InlineData("999999999999999999999")]
    [InlineData("--1")]
    public void What_is_no_amount_is_refused(string text)
    {
        Assert.False(Nmr.TryParse(text, out _));
        Assert.Throws<FormatException>(() => Nmr.Parse(text));
    }

    [Property]
    public bool Every_amount_survives_its_text(long high, ulong low)
    {
        var amount = new Nmr(((Int128)high << 40) + (Int128)low);
        return Nmr.Parse(amount.ToString()) == amount;
    }
}
