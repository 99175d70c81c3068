using System.Numerics;
using System.Text.Json;
using FsCheck.Xunit;

namespace Numerai.Contracts.Tests;

public sealed class NmrTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("12.5", "12.5")]
    [InlineData("012.500", "12.5")]
    [InlineData("-0.000000000000000001", "-0.000000000000000001")]
    [InlineData("11000000", "11000000")]
    public void Text_is_read_exactly_and_written_in_its_shortest_form(string text, string expected) =>
        Assert.Equal(expected, Nmr.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".5")]
    [InlineData("1.")]
    [InlineData("1,5")]
    [InlineData("1e3")]
    [InlineData(" 1")]
    [InlineData("+1")]
    [InlineData("NaN")]
    [InlineData("0.1234567890123456789")]
    [InlineData("99999999999999999999999")]
    public void What_is_not_a_decimal_with_at_most_18_places_is_refused(string text) => Assert.False(Nmr.TryParse(text, out _));

    [Property]
    public bool Text_and_JSON_read_back_to_the_same_amount(BigInteger wei)
    {
        var amount = new Nmr((Int128)(wei % BigInteger.Pow(10, 36)));
        return Nmr.Parse(amount.ToString()) == amount
            && JsonSerializer.Deserialize<Nmr>(JsonSerializer.Serialize(amount)) == amount;
    }

    [Property]
    public bool Multiplying_truncates_toward_zero(long wei, int multiplier)
    {
        var exact = (BigInteger)wei * multiplier;
        var product = (BigInteger)new Nmr(wei).MultiplyTruncated(multiplier, 1_000_000_000_000).Wei;
        var rest = exact - (product * 1_000_000_000_000);
        return BigInteger.Abs(rest) < 1_000_000_000_000 && (rest.IsZero || rest.Sign == exact.Sign);
    }

    [Fact]
    public void A_JSON_number_is_not_an_amount() => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Nmr>("1.5"));

    [Fact]
    public void Leaving_the_range_throws_instead_of_wrapping() =>
        Assert.Throws<OverflowException>(() => new Nmr(Int128.MaxValue) + new Nmr(1));
}
