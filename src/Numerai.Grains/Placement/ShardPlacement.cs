namespace Numerai.Grains.Placement;

/// <summary>
/// Deals grains over the silos by their keys: the scoring shards of a round one after the other. Silos of other versions read the name of
/// this class, so it stays that of the first grains that were placed so.
/// </summary>
[Serializable]
[GenerateSerializer]
[Alias("numerai.shard-placement")]
internal sealed class ShardPlacement : PlacementStrategy;
