using Orleans.Placement;

namespace Numerai.Silo.Simulations;

[AttributeUsage(AttributeTargets.Class)]
internal sealed class FewestPointsPlacementAttribute() : PlacementAttribute(new FewestPointsPlacement());
