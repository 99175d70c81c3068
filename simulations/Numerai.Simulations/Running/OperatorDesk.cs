using Numerai.Contracts;
using Numerai.Simulations.Agents;
using Numerai.Simulations.Markets;
using Numerai.Simulations.Staking;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Schedule;
using Numerai.Tournament.Treasury;

namespace Numerai.Simulations.Running;

/// <summary>The operator's side: publishes data, opens rounds, publishes targets, resolves. It alone holds the market.</summary>
internal sealed class OperatorDesk(SimulationHost host, SimulationWorld world)
{
    /// <summary>What is minted at a time when the treasury is short, as a share of what it began with.</summary>
    private const double RefillShare = 0.05;

    private static readonly Nmr _leastRefill = Nmr.FromNmr(1000);
    private readonly SignalsDesk? _signals = world.Play.HoldsPortfolios ? new SignalsDesk(host, world) : null;

    /// <summary>Fills the treasury and reads the history.</summary>
    public async Task StartAsync()
    {
        if (world.Scenario.Treasury > 0)
        {
            (await host.Actors.Treasury().MintAsync(new Mint("start", Shares.Of(world.Scenario.Treasury)))).Require();
        }

        for (var era = 1; era <= world.Scenario.History; era++)
        {
            world.Unpublished.Enqueue(world.Read(era));
        }
    }

    /// <summary>Publishes the history whose targets are known by now, and the live data of the next round; opens it.</summary>
    public async Task<(AgentView View, RoundView Round)> OpenAsync(int round)
    {
        await ChangeSettingsAsync(round);
        PublishHistory(round);
        world.Data.Opens(round);
        var open = await PublishLiveAsync(round, world.Read(world.EraOf(round)));
        var command = new OpenNextRound(round, null, null, RoundFiles.LiveName(round), RoundFiles.BenchmarkName(round), null);
        var opened = await (_signals?.OpenAsync(round) ?? host.Actors.OpenRoundAsync(world.Tournament, command));
        return (world.View(round, open.Era, open.Benchmarks), opened.Require());
    }

    /// <summary>Makes and publishes the files of a round; done again when a simulation resumes.</summary>
    public async Task<OpenEra> PublishLiveAsync(int round, MarketEra era)
    {
        var benchmarks = world.Benchmarks.Predict(world.View(round, era, []));
        var open = world.InFlight[round] = new OpenEra(world.Id(round), era, benchmarks);
        if (_signals is not null)
        {
            await _signals.PublishAsync(round, era, benchmarks);
            return open;
        }

        await host.PublishAsync(RoundFiles.LiveName(round), RoundFiles.Live(era));
        await host.PublishAsync(RoundFiles.BenchmarkName(round), RoundFiles.Benchmarks(era, benchmarks));
        return open;
    }

    public void PublishHistory(int round)
    {
        while (world.Unpublished.TryPeek(out var era) && era.Number <= world.EraOf(round) - world.Play.WeeksToTarget)
        {
            world.Data.Publish(new PublishedEra(era.Number, era.Features, era.Targets, null));
            world.Unpublished.Dequeue();
        }

        world.Data.Keep(world.KeptEras);
    }

    /// <summary>Publishes one day's target; after the last one it settles the round.</summary>
    /// <returns>The resolved round, or null on other days.</returns>
    public async Task<RoundView?> ScoreAsync(int round, int day)
    {
        var (id, era, _) = world.InFlight[round];
        var days = world.Timeline.Settings[round - 1].Scoring.Days;
        var content = _signals?.Targets(era, world.Play.DaysOfReturn(day, days)) ?? RoundFiles.Target(era, Target(era, day, days));
        var stored = await host.Objects.PutAsync($"rounds/{id}/incoming/day-{day}{(_signals is null ? ".csv" : ".parquet")}", content);

        // A market without prices in between has one target for all days.
        var target = new PublishTarget(day, stored, Early: true);
        (await host.Actors.FinishAsync(id, actor => actor.PublishTargetAsync(target))).Require();
        return day == days ? await ResolveAsync(id, round) : null;
    }

    private float[] Target(MarketEra era, int day, int days) =>
        day == days || era.TargetAfter is null ? era.Targets[0] : era.TargetAfter(world.Play.DaysOfReturn(day, days));

    private async Task ChangeSettingsAsync(int round)
    {
        var settings = world.Timeline.Settings[round - 1];
        var schedule = host.Actors.Schedule(world.Tournament);
        for (var version = (await schedule.GetAsync()).Require().Settings.Version + 1; version <= settings.Version; version++)
        {
            // Several changes of one round become several versions; only the last one of them opens a round.
            TournamentSettings next = settings with { Version = version };
            (await schedule.ChangeSettingsAsync(next)).Require();
        }
    }

    /// <summary>Settles; when the treasury is short, it is refilled, and how much is remembered.</summary>
    private async Task<RoundView> ResolveAsync(RoundId id, int round)
    {
        for (var refill = 0; ; refill++)
        {
            var resolved = await host.Actors.FinishAsync(id, actor => actor.ResolveAsync());
            if (resolved.Accepted || resolved.Refusal.Code != RefusalCodes.TreasuryInsufficient)
            {
                return resolved.Require();
            }

            var amount = Nmr.Max(_leastRefill, Shares.Of(Shares.Of(world.Scenario.Treasury), RefillShare));
            (await host.Actors.Treasury().MintAsync(new Mint($"refill-{round}-{refill}", amount))).Require();
            world.Shortfall += amount;
        }
    }
}
