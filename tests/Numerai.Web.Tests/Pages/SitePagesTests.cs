using System.Net;
using System.Net.Http.Headers;
using Numerai.Contracts;
using Numerai.Web.Pages.Frame;

namespace Numerai.Web.Tests.Pages;

/// <summary>The pages as they come over the wire.</summary>
public sealed class SitePagesTests(PlayedServer played) : IClassFixture<PlayedServer>
{
    [Fact]
    public async Task Every_page_is_html_without_scripts_that_no_other_site_can_frame()
    {
        foreach (var address in played.Addresses)
        {
            using var response = await GetAsync(address);
            var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address}: {response.StatusCode} {html}");
            Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType!.ToString());
            Assert.StartsWith("<!DOCTYPE html>", html.TrimStart(), StringComparison.Ordinal);
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            var policy = response.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_page_shows_what_the_interface_says_and_no_wallet()
    {
        var scores = (await played.Server.Operator.Scores.ListAsync(new(8, played.Resolved.Number, played.Model, "corr"))).Items.Single();
        var model = await TextAsync($"/tournaments/8/models/{played.Model}");
        Assert.Contains(
            scores.Value!.Value.ToString("F9", System.Globalization.CultureInfo.InvariantCulture), model, StringComparison.Ordinal);

        var settlement = await played.Server.Operator.Rounds.GetSettlementAsync(8, played.Resolved.Number);
        var round = await TextAsync($"/tournaments/8/rounds/{played.Resolved.Number}");
        Assert.Contains(settlement.MerkleRoot, round, StringComparison.Ordinal);
        Assert.All(settlement.Entries, entry => Assert.Contains($"{entry.AtRisk} NMR", round, StringComparison.Ordinal));

        var wallet = (await played.Good.Client.Accounts.GetAsync()).Wallet.ToString();
        foreach (var address in played.Addresses.Where(address => address != "/books"))
        {
            Assert.DoesNotContain(wallet, await TextAsync(address), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_page_leads_operators_to_the_dashboard_which_asks_for_their_key()
    {
        foreach (var address in played.Addresses)
        {
            Assert.Contains("href=\"/dashboard\"", await TextAsync(address), StringComparison.Ordinal);
        }

        using var anybody = await GetAsync("/dashboard");
        Assert.Equal(HttpStatusCode.Unauthorized, anybody.StatusCode);
    }

    [Fact]
    public async Task Words_of_participants_are_text_and_never_markup()
    {
        var page = await TextAsync("/governance/1");
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("A title with &lt;b&gt;markup&lt;/b&gt;", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/tournaments/8/models/nobody", HttpStatusCode.NotFound, "model_not_found")]
    [InlineData("/tournaments/8/rounds/99", HttpStatusCode.NotFound, "round_not_found")]
    [InlineData("/accounts/nobody", HttpStatusCode.NotFound, "account_not_found")]
    [InlineData("/governance/99", HttpStatusCode.NotFound, "proposal_not_found")]
    [InlineData("/tournaments/9", HttpStatusCode.BadRequest, "invalid_request")]
    [InlineData("/tournaments/8?limit=0", HttpStatusCode.BadRequest, "invalid_request")]
    [InlineData("/tournaments/8/seasons/12", HttpStatusCode.NotFound, "endpoint_not_found")]
    [InlineData("/nothing/here", HttpStatusCode.NotFound, "endpoint_not_found")]
    public async Task What_is_not_there_is_told_to_people_in_html_and_to_programs_in_json(
        string address, HttpStatusCode status, string code)
    {
        using var people = await GetAsync(address);
        Assert.Equal((status, "text/html"), (people.StatusCode, people.Content.Headers.ContentType!.MediaType));
        Assert.Contains(
            $"<code>{code}</code>",
            await people.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);

        using var program = await GetAsync("/api/v1" + address, "application/json");
        Assert.Equal("application/problem+json", program.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("12", "12.0000")]
    [InlineData("1234567.99999", "1,234,567.9999")]
    [InlineData("-0.5", "-0.5000")]
    [InlineData("0.00001", "0.00001")]
    [InlineData("-0.000000000000000001", "-0.000000000000000001")]
    [InlineData("3.00001", "3.0000")]
    public void An_amount_is_cut_off_and_never_rounded_up_or_to_nothing(string exact, string shown) =>
        Assert.Equal(shown, Amount.Short(Nmr.Parse(exact)));

    private async Task<string> TextAsync(string address)
    {
        using var response = await GetAsync(address);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private async Task<HttpResponseMessage> GetAsync(string address, string accept = "text/html")
    {
        using var client = new HttpClient { BaseAddress = played.Server.Url };
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        return await client.GetAsync(address, TestContext.Current.CancellationToken);
    }
}
