using System.Collections.Immutable;

namespace Numerai.Tournament.Rounds.Scoring;

/// <summary>Names of the targets that rounds are scored against.</summary>
public static class TargetColumns
{
    /// <summary>What pays, and the only one that has to be there.</summary>
    public const string Main = "target";

    public const string FactorAndFeatureNeutral = "target_factor_feat_neutral";
    public const string FactorNeutral = "target_factor_neutral";
    public const string RawReturn = "target_raw_return";

    public static ImmutableArray<string> One { get; } = [Main];

    public static ImmutableArray<string> Four { get; } = [Main, FactorAndFeatureNeutral, FactorNeutral, RawReturn];
}
