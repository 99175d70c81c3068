using System.Collections.Immutable;
using Numerai.Tournament.Identity;

namespace Numerai.Tournament.Scoring;

/// <summary>The targets that a tournament's rounds are scored against, in the order their vectors are stored.</summary>
public static class TargetColumns
{
    /// <summary>What pays, and the only one that has to be there.</summary>
    public const string Main = "target";

    public const string FactorAndFeatureNeutral = "target_factor_feat_neutral";
    public const string FactorNeutral = "target_factor_neutral";
    public const string RawReturn = "target_raw_return";

    private static readonly ImmutableArray<string> _signals = [Main, FactorAndFeatureNeutral, FactorNeutral, RawReturn];

    public static ImmutableArray<string> Of(TournamentId tournament) => tournament == TournamentId.Signals ? _signals : [Main];
}
