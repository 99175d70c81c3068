using System.ComponentModel;

namespace Numerai.Simulations.Scenarios;

/// <summary>Where eras come from. Members that another kind of market needs are ignored by this one.</summary>
public sealed record MarketScenario
{
    [Description(
        "\"synthetic\", \"prices\" (a folder of wide price files) or \"release\" (a folder with train.parquet and "
        + "validation.parquet).")]
    public required string Kind { get; init; }

    [Description("Folder of prices or release, relative to the scenario file; null reads the folder given on the command line.")]
    public string? Folder { get; init; }

    [Description("Synthetic: securities listed at any time, 50 to 30000.")]
    public int Securities { get; init; } = 2500;

    [Description("Synthetic: features, 8 to 2000.")]
    public int Features { get; init; } = 60;

    [Description("Synthetic: share of the features that carry a premium.")]
    public double InformativeShare { get; init; } = 0.4;

    [Description("Synthetic: correlation that the best linear forecast has with the 20-day target, before decay.")]
    public double Predictability { get; init; } = 0.045;

    [Description("Synthetic: how much each feature's weekly premium moves about its mean; it makes good and bad eras.")]
    public double PremiumVolatility { get; init; } = 0.011;

    [Description("Synthetic: share of the premium of a decaying feature that is left after a year.")]
    public double YearlyDecay { get; init; } = 0.75;

    [Description("Synthetic: share of the informative features that decay.")]
    public double DecayingShare { get; init; } = 0.5;

    [Description("Synthetic: share of the informative features that are crowded: their premium turns round while the market is stressed.")]
    public double CrowdedShare { get; init; } = 0.25;

    [Description("Synthetic: chance that a calm week is followed by a stressed one.")]
    public double StressChance { get; init; } = 0.02;

    [Description("Synthetic: chance that a stressed week is followed by a calm one.")]
    public double RecoveryChance { get; init; } = 0.15;

    [Description("Synthetic: degrees of freedom of daily returns (Student t), above 2.")]
    public double TailDegrees { get; init; } = 4;

    [Description("Synthetic: share of the feature values that are missing.")]
    public double MissingShare { get; init; } = 0.02;

    [Description("Synthetic: weekly chance that a security is delisted and another takes its place.")]
    public double DelistingChance { get; init; } = 0.001;

    [Description("Synthetic: rounds during which the market is stressed whatever the chances say, such as [60, 90].")]
    public IReadOnlyList<int>? BearRounds { get; init; }

    [Description("Prices and release: eras to leave out at the beginning.")]
    public int SkipEras { get; init; }

    [Description("Prices: fewest securities of an era.")]
    public int LeastSecurities { get; init; } = 100;
}
