using System.Net;
using Numerai.Contracts;
using Numerai.Silo.Hosting;
using Numerai.Tournament.Automation;
using Numerai.Tournament.Governance;

namespace Numerai.Grains.Tests;

/// <summary>A silo whose feed stalls in the middle of a body starts, serves and breaks the download off when it is asked to stop.</summary>
public sealed class StalledFeedSiloTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("numerai-silo-");
    private readonly StallingFeed _feed = new();

    [Fact]
    public async Task It_serves_and_stops_while_the_feed_stalls_and_other_tournaments_are_ticked()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var works = Directory.CreateDirectory(Path.Combine(_folder.FullName, "feed")).FullName;
        await using (var silo = await StartAsync())
        {
            await ConfigureAsync(silo, TournamentId.Classic, _feed.Address);
            await ConfigureAsync(silo, TournamentId.Crypto, works);
        }

        await using (var silo = await StartAsync())
        {
            await _feed.AskedAsync(cancellation);
            using var http = new HttpClient();
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri(silo.Url, "/health/ready"), cancellation)).StatusCode);

            // Crypto's own tick was answered although Classic's, which comes first, is not.
            (await silo.Actors.Automation(TournamentId.Crypto).TickAsync()).Require();
        }

        await using var again = await StartAsync();
        Assert.Empty((await again.Actors.Automation(TournamentId.Classic).GetAsync()).Require().Waiting);
    }

    public void Dispose()
    {
        _feed.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<SiloHost> StartAsync()
    {
        return await SiloHost.StartAsync(new SiloSettings
        {
            DataFolder = Path.Combine(_folder.FullName, "data"),
            Url = "http://127.0.0.1:0",
            RateLimits = false,
            AllowPrivateFeeds = true,
            SiloPort = 0,
        });
    }

    private static async Task ConfigureAsync(SiloHost silo, TournamentId tournament, string feed) =>
        (await silo.Actors.Automation(tournament).ConfigureAsync(new ConfigureAutomation(GovernanceState.Operator, true, feed,
            null))).Require();
}
