using Numerai.Tournament.Automation;

namespace Numerai.Tournament.Tests.Automation;

/// <summary>A feed's address is stored and shown, so it holds no secret.</summary>
public sealed class FeedAddressTests
{
    [Theory]
    [InlineData("https://ada:secret@feeds.example.org/classic")]
    [InlineData("https://secret@feeds.example.org/classic")]
    [InlineData("https://feeds.example.org/classic?token=secret")]
    [InlineData("https://feeds.example.org/classic#secret")]
    [InlineData("https://@feeds.example.org/secret")]
    public void An_address_with_a_secret_is_refused_with_what_to_do_and_without_repeating_it(string address)
    {
        var refusal = FeedAddress.Check(address);

        Assert.Equal("feed_address_secret", refusal?.Code);
        Assert.Contains("--feed-credentials", refusal?.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://feeds.example.org/classic", true)]
    [InlineData("http://10.0.0.1:8080", true)]
    [InlineData("/srv/pipe@line/what?", true)]
    [InlineData("relative/folder", false)]
    [InlineData("ftp://ada:secret@feeds.example.org", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_feed_is_a_web_address_or_a_whole_path(string? location, bool allowed)
    {
        var refusal = FeedAddress.Check(location);

        Assert.Equal(allowed ? null : "invalid_request", refusal?.Code);
        Assert.DoesNotContain("secret", refusal?.Message ?? string.Empty, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_that_is_too_long_is_refused() =>
        Assert.Equal("invalid_request", FeedAddress.Check("https://feeds.example.org/" + new string('a', 1000))?.Code);

    [Fact]
    public async Task A_password_in_an_address_that_an_earlier_version_stored_is_shown_to_nobody_and_gone_with_the_next_write()
    {
        var automated = new AutomatedRound("https://ada:secret@feeds.example.org/classic?key=secret");
        Assert.Equal("https://feeds.example.org/classic", (await automated.ViewAsync()).Feed);

        await automated.TickAsync();

        Assert.Equal("https://feeds.example.org/classic", automated.Value!.State.Feed);
    }
}
