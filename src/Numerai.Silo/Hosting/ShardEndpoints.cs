using Numerai.Grains.Actors;
using Numerai.Web.Authentication;
using Orleans.Serialization.TypeSystem;

namespace Numerai.Silo.Hosting;

/// <summary>Where the scoring shards of a round are, for the operator: <c>/api/v1/cluster/shards/TOURNAMENT/ROUND</c>.</summary>
internal static class ShardEndpoints
{
    private static readonly string[] _kinds = [RuntimeTypeNameFormatter.Format(typeof(ScoringShardGrain))];

    public static void MapShards(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGroup("/api/v1/cluster/shards").RequireOperator()
        .MapGet("/{tournament:int}/{round:int}", GetAsync).WithSummary("How many scoring shards of a round each silo has in memory.");

    private static async Task<IResult> GetAsync(int tournament, int round, IGrainFactory grains)
    {
        var activations = await grains.GetGrain<IManagementGrain>(0).GetDetailedGrainStatistics(_kinds);
        var shards = activations.Where(
            shard => shard.GrainId.Key.ToString()!.StartsWith($"{tournament}/{round}/", StringComparison.Ordinal));
        return Results.Json(
            shards.CountBy(shard => shard.SiloAddress).OrderBy(silo => silo.Key)
                .ToDictionary(silo => silo.Key.ToString(), silo => silo.Value));
    }
}
