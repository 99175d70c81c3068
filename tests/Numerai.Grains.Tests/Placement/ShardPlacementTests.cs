using Numerai.Contracts;
using Numerai.Grains.Actors;
using Numerai.Grains.Placement;
using Numerai.Grains.Tests.Behaviour;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Scoring;
using Orleans.Serialization.TypeSystem;

namespace Numerai.Grains.Tests.Placement;

/// <summary>Scoring shards are what keeps processors busy, so every silo gets its share of every round.</summary>
public sealed class ShardPlacementTests
{
    private const int Shards = 30;
    private static readonly ObjectReference _none = new("none", new string('0', 64), 0);
    private static readonly string[] _kinds = [RuntimeTypeNameFormatter.Format(typeof(ScoringShardGrain))];

    [Fact]
    public async Task The_shards_of_every_round_are_dealt_evenly_over_the_silos_and_stay_there()
    {
        await using var host = await ClusterTournamentHost.StartAsync(silos: 3);
        foreach (var round in Enumerable.Range(1, 5))
        {
            await CallAsync(host, round);
        }

        var placed = await PlacesAsync(host);
        foreach (var round in Enumerable.Range(1, 5))
        {
            var silos = placed.Where(place => place.Key.StartsWith($"8/{round}/", StringComparison.Ordinal)).CountBy(place => place.Value);
            Assert.Equal([10, 10, 10], silos.Select(silo => silo.Value));
            await CallAsync(host, round);
        }

        Assert.Equal(placed, await PlacesAsync(host));
    }

    [Fact]
    public async Task Shards_of_a_silo_that_died_are_dealt_over_the_others()
    {
        await using var host = await ClusterTournamentHost.StartAsync(silos: 3);
        await CallAsync(host, 1);
        var dead = host.Silos[^1].SiloAddress;

        await host.KillAsync(host.Silos[^1]);
        await CallAsync(host, 1);
        await CallAsync(host, 2);

        var placed = await PlacesAsync(host);
        Assert.Equal(2 * Shards, placed.Count);
        Assert.DoesNotContain(dead, placed.Values);
    }

    [Fact]
    public void Late_shards_are_dealt_too_and_rounds_of_one_shard_do_not_all_go_to_one_silo()
    {
        var late = Enumerable.Range(0, Shards).Select(shard => ShardPlacementDirector.Place($"8/7/late-{shard}", 3));
        var single = Enumerable.Range(1, 300).Select(round => ShardPlacementDirector.Place($"8/{round}/0", 3));

        Assert.Equal([10, 10, 10], late.CountBy(place => place).Select(place => place.Value));
        Assert.All(single.CountBy(place => place), place => Assert.InRange(place.Value, 70, 130));
    }

    /// <summary>
    /// Calls all shards of a round at once, as rounds do; what they are asked for is stored, so they have nothing to compute.
    /// </summary>
    private static async Task CallAsync(ClusterTournamentHost host, int round) => await Task.WhenAll(
        Enumerable.Range(0, Shards).Select(async shard =>
    {
        var key = $"8/{round}/{shard}";
        await host.Objects.PutAsync($"rounds/{key}/pairwise-correlations.json", "[]"u8.ToArray());
        await host.Actors.ScoringShard(key).CompareAsync(new ShardWork(new(TournamentId.Classic, round), _none, 0, 0, _none, "none"));
    }));

    private static async Task<SortedDictionary<string, SiloAddress>> PlacesAsync(ClusterTournamentHost host)
    {
        var statistics = await host.Management.GetDetailedGrainStatistics(_kinds);
        var places = statistics.ToDictionary(grain => grain.GrainId.Key.ToString()!, grain => grain.SiloAddress);
        return new SortedDictionary<string, SiloAddress>(places, StringComparer.Ordinal);
    }
}
