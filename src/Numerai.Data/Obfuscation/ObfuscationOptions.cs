namespace Numerai.Data.Obfuscation;

/// <summary>Which defences a release uses. Keyed ids and row order are always on.</summary>
public sealed record ObfuscationOptions
{
    /// <summary>Names each feature by an invented name and orders columns by it.</summary>
    public bool RenameFeatures { get; init; } = true;

    /// <summary>Turns about half of the features upside down, by key.</summary>
    public bool FlipSigns { get; init; } = true;

    /// <summary>
    /// Features mixed in one secret group by a keyed rotation before they are binned; 1 or less mixes nothing.
    /// docs/obfuscation.md measures what it protects and what it costs.
    /// </summary>
    public int RotationGroupSize { get; init; }
}
