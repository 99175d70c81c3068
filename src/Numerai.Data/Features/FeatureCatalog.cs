namespace Numerai.Data.Features;

/// <summary>All raw features, in a fixed order. Adding one at the end leaves the others' places as they are.</summary>
public static class FeatureCatalog
{
    public static IReadOnlyList<FeatureDefinition> All { get; } =
    [
        .. MomentumFeatures.All,
        .. ReversalFeatures.All,
        .. VolatilityFeatures.All,
        .. BetaFeatures.All,
        .. LiquidityFeatures.All,
        .. SeasonalityFeatures.All,
        FeatureDefinition.SectorRelative("momentum_252_21"),
        FeatureDefinition.SectorRelative("momentum_63"),
        FeatureDefinition.SectorRelative("volatility_63"),
        FeatureDefinition.SectorRelative("beta_252"),
        FeatureDefinition.SectorRelative("size_252"),
        FeatureDefinition.SectorRelative("illiquidity_126"),
        FeatureDefinition.SectorRelative("volume_surprise_21"),
        FeatureDefinition.SectorRelative("skewness_126"),
    ];

    /// <summary>Place of a feature in <see cref="All"/>.</summary>
    /// <exception cref="ArgumentException">No feature has that name.</exception>
    public static int IndexOf(string name)
    {
        for (var i = 0; i < All.Count; i++)
        {
            if (All[i].Name == name)
            {
                return i;
            }
        }

        throw new ArgumentException($"There is no feature '{name}'.", nameof(name));
    }
}
