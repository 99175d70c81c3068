namespace Numerai.Silo.Simulations;

/// <summary>Puts a point where the fewest points are.</summary>
[Serializable]
[GenerateSerializer]
[Alias("numerai.fewest-points")]
internal sealed class FewestPointsPlacement : PlacementStrategy;
