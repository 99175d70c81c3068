namespace Numerai.Data.Features;

/// <summary>What the coming weeks brought in earlier years.</summary>
internal static class SeasonalityFeatures
{
    private const string Family = "seasonality";

    public static IEnumerable<FeatureDefinition> All { get; } =
    [
        Of("season_1_year", "L(t-231) - L(t-252)", (h, t) => h.Change(t, 252, 231)),
        Of("season_2_years", "L(t-483) - L(t-504)", (h, t) => h.Change(t, 504, 483)),
        Of("season_quarter", "L(t-189) - L(t-252)", (h, t) => h.Change(t, 252, 189)),
        Of("season_excess", "L(t-231) - L(t-252) less a twelfth of L(t) - L(t-252)", (h, t) =>
            h.Change(t, 252, 231) - (h.Change(t, 252) / 12)),
    ];

    private static FeatureDefinition Of(string name, string formula, Func<SecurityHistory, int, double> compute) =>
        FeatureDefinition.Of(Family, name, formula, compute);
}
