using Numerai.Tournament.Automation;
using Numerai.Tournament.Governance;
using Numerai.Tournament.Identity;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Clocks;

namespace Numerai.Local.Tests;

/// <summary>A feed that stalls holds up the tournament it is of, and nothing else.</summary>
public sealed class StalledFeedTests
{
    private static readonly DateTimeOffset _start = new(2026, 1, 6, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Other_tournaments_are_ticked_again_and_again_while_one_waits_for_its_feed()
    {
        var feed = new StallingFeed();
        var clock = new VirtualClock(_start);
        await using var host = await LocalHost.CreateAsync(new LocalHostOptions
        {
            Feed = feed, Time = clock, TickInterval = TimeSpan.FromSeconds(10), TicksLater = true,
        });
        await ConfigureAsync(host, TournamentId.Classic, "https://stalls.example.org");
        await ConfigureAsync(host, TournamentId.Signals, "/works");
        host.BeginTicking();
        await feed.Stalls;
        await feed.Works.WaitAsync(TestContext.Current.CancellationToken);

        // A tick passes over a tournament that is not through with the one before, so there may have to be some more.
        while (!await feed.Works.WaitAsync(0, TestContext.Current.CancellationToken))
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }

        feed.GiveUp();
    }

    private static async Task ConfigureAsync(LocalHost host, TournamentId tournament, string feed) =>
        (await host.Actors.Automation(tournament).ConfigureAsync(new ConfigureAutomation(GovernanceState.Operator, true, feed, null))).Require();

    private sealed class StallingFeed : IDataFeed
    {
        private readonly TaskCompletionSource _stalls = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Stalls => _stalls.Task;

        /// <summary>Released for every file that another tournament looks for.</summary>
        public SemaphoreSlim Works { get; } = new(0);

        public void GiveUp() => _end.SetException(new FeedException("The feed stalled.") { Down = true });

        public async Task<bool> FetchAsync(string location, string name, string path, long limit)
        {
            if (location.StartsWith('/'))
            {
                Works.Release();
                return false;
            }

            _stalls.TrySetResult();
            await _end.Task;
            return true;
        }
    }
}
