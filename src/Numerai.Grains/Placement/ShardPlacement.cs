namespace Numerai.Grains.Placement;

/// <summary>Deals the scoring shards of a round over the silos, one after the other.</summary>
[Serializable]
[GenerateSerializer]
[Alias("numerai.shard-placement")]
internal sealed class ShardPlacement : PlacementStrategy;
