namespace Numerai.Data.Features;

/// <summary>One raw feature: a number per security and day, made from what was known at that day's close.</summary>
public sealed class FeatureDefinition
{
    private FeatureDefinition(string name, string family, string formula)
    {
        Name = name;
        Family = family;
        Formula = formula;
    }

    /// <summary>Operator's name of the feature. Participants see an invented one.</summary>
    public string Name { get; }

    public string Family { get; }

    /// <summary>How it is computed, in the notation of docs/data.md.</summary>
    public string Formula { get; }

    /// <summary>The feature of one security at one day, or <see langword="null"/> for a sector-relative feature.</summary>
    internal Func<SecurityHistory, int, double>? Compute { get; private init; }

    /// <summary>Name of the feature whose sector mean is taken off, or <see langword="null"/>.</summary>
    internal string? RelativeTo { get; private init; }

    internal static FeatureDefinition Of(string family, string name, string formula, Func<SecurityHistory, int, double> compute) =>
        new(name, family, formula) { Compute = compute };

    internal static FeatureDefinition SectorRelative(string of) =>
        new("sector_relative_" + of, "sector_relative", $"{of} less its mean in the sector that day") { RelativeTo = of };
}
