using Orleans.Placement;

namespace Numerai.Grains.Placement;

[AttributeUsage(AttributeTargets.Class)]
internal sealed class ShardPlacementAttribute() : PlacementAttribute(new ShardPlacement());
