using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Numerai.Grains.Actors;
using Numerai.Grains.Calls;
using Numerai.Tournament.Rounds;
using Orleans.Configuration;
using static Numerai.Behaviour.TinyTournament;

namespace Numerai.Grains.Tests.Behaviour;

/// <summary>Predictions are in memory while a step works on them, not for as long as there are rounds.</summary>
[Collection(nameof(RoundTrafficTests))]
public sealed class ShardMemoryTests
{
    [Fact]
    public async Task Shards_hold_predictions_while_a_round_closes_and_let_go_of_them_when_a_day_is_scored()
    {
        await using var host = await ClusterTournamentHost.StartAsync(silos: 2);
        var tournament = new TinyTournament(host);
        await tournament.PrepareAsync();
        await tournament.OpenAsync(1);
        foreach (var model in Models)
        {
            (await tournament.SubmitAsync(model, 1)).Require();
        }

        using var held = new HeldMemory();
        (await host.Actors.FinishAsync(Round(1), round => round.CloseAsync(early: true))).Require();
        Assert.Equal(Models.Length * Rows * sizeof(ushort), held.Bytes);

        for (var day = 1; day <= Days; day++)
        {
            (await tournament.PublishTargetAsync(1, day)).Require();
            Assert.Equal(0, held.Bytes);
        }

        (await host.Actors.FinishAsync(Round(1), round => round.ResolveAsync())).Require();
        Assert.Equal(0, held.Bytes);
    }

    [Fact]
    public async Task A_shard_that_is_deactivated_is_not_counted_any_more()
    {
        await using var host = await ClusterTournamentHost.StartAsync(silos: 1);
        var tournament = new TinyTournament(host);
        await tournament.PrepareAsync();
        await tournament.OpenAsync(1);
        (await tournament.SubmitAsync(Models[0], 1)).Require();
        using var held = new HeldMemory();
        (await host.Actors.FinishAsync(Round(1), round => round.CloseAsync(early: true))).Require();
        Assert.NotEqual(0, held.Bytes);

        await host.Management.ForceActivationCollection(TimeSpan.Zero);
        await held.Nothing.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Shards_leave_memory_two_minutes_after_their_last_call_and_other_actors_when_Orleans_says()
    {
        await using var host = await ClusterTournamentHost.StartAsync(silos: 1);

        var options = host.Silos[0].ServiceProvider.GetRequiredService<IOptions<GrainCollectionOptions>>().Value;

        var (kind, age) = Assert.Single(options.ClassSpecificCollectionAge);
        Assert.Equal(typeof(ScoringShardGrain).FullName, kind);
        Assert.Equal(TimeSpan.FromMinutes(2), age);
        Assert.Equal(TimeSpan.FromSeconds(30), options.CollectionQuantum);
        Assert.Equal(new GrainCollectionOptions().CollectionAge, options.CollectionAge);
    }

    /// <summary>What shards say that they hold, from now on.</summary>
    private sealed class HeldMemory : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly TaskCompletionSource _nothing = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private long _bytes;

        public HeldMemory()
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == ActorMetrics.HeldName)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((_, change, _, _) =>
            {
                if (Interlocked.Add(ref _bytes, change) == 0 && change < 0)
                {
                    _nothing.TrySetResult();
                }
            });
            _listener.Start();
        }

        public long Bytes => Interlocked.Read(ref _bytes);

        /// <summary>When what was held is gone.</summary>
        public Task Nothing => _nothing.Task;

        public void Dispose() => _listener.Dispose();
    }
}
