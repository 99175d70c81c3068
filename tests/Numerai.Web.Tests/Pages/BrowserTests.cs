using Microsoft.Playwright;

namespace Numerai.Web.Tests.Pages;

/// <summary>The pages in a real browser.</summary>
public sealed class BrowserTests(PlayedServer played, Browser browser) : IClassFixture<PlayedServer>
{
    private const int Phone = 375;
    private const int Desk = 1280;

    [Fact]
    public async Task A_visitor_finds_the_way_from_the_start_page_to_a_payout_by_clicking()
    {
        var page = await browser.OpenAsync(played.Server.Url, Desk);
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Site" }).GetByText("Classic").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Classic: models");
        await page.GetByRole(AriaRole.Link, new() { Name = played.Model, Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(played.Model);
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "final" }).GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync($"Classic: round {played.Resolved.Number}");
        await Assertions.Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = played.Good.Username })).ToHaveCountAsync(1);
        await page.GetByText("Books").ClickAsync();
        await Assertions.Expect(page.GetByText("Every NMR is accounted for")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(Phone, ColorScheme.Light)]
    [InlineData(Desk, ColorScheme.Dark)]
    public async Task No_page_is_wider_than_its_window_and_none_complains(int width, ColorScheme scheme)
    {
        var page = await browser.OpenAsync(played.Server.Url, width, scheme);
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add($"{page.Url}: {message.Text}");
        foreach (var address in played.Addresses)
        {
            await page.GotoAsync(address);
            Assert.True(
                await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{address} is wider than {width} pixels.");
            Assert.Equal("0px", await page.EvaluateAsync<string>("getComputedStyle(document.body).marginTop"));
        }

        Assert.Empty(complaints);
    }
}
