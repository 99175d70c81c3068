namespace Numerai.Data.Targets;

/// <summary>A target column of a release.</summary>
/// <param name="Name">Column name participants see.</param>
/// <param name="Days">Trading days of return, k of kD2L.</param>
/// <param name="Neutrality">What it is neutral to.</param>
public sealed record TargetDefinition(string Name, int Days, TargetNeutrality Neutrality)
{
    /// <summary>Horizon of the main target in trading days.</summary>
    public const int MainDays = 20;

    /// <summary>Longest horizon published, in trading days.</summary>
    public const int LongestDays = 60;

    /// <summary>The target that is scored; rounds name the column <c>target</c>.</summary>
    public static TargetDefinition Main { get; } = new("target", MainDays, TargetNeutrality.Factors);

    /// <summary>All columns of a release, the main one first. <c>target_birch_20</c> repeats the main target under its own name, so that
    /// the main one may change.</summary>
    public static IReadOnlyList<TargetDefinition> All { get; } =
    [
        Main,
        new("target_birch_20", MainDays, TargetNeutrality.Factors),
        new("target_birch_60", LongestDays, TargetNeutrality.Factors),
        new("target_alder_20", MainDays, TargetNeutrality.Raw),
        new("target_alder_60", LongestDays, TargetNeutrality.Raw),
        new("target_cedar_20", MainDays, TargetNeutrality.Styles),
        new("target_cedar_60", LongestDays, TargetNeutrality.Styles),
    ];
}
