namespace Numerai.Data.Obfuscation;

/// <summary>Which defences a release uses. Keyed ids and row order are always on.</summary>
public sealed record ObfuscationOptions
{
    /// <summary>Names each feature by an invented name and orders columns by it.</summary>
    public bool RenameFeatures { get; init; } = true;

    /// <summary>Turns about half of the features upside down, by key.</summary>
    public bool FlipSigns { get; init; } = true;

    /// <summary>
    /// Features mixed in one secret group (stretched and rotated by key) before they are binned; 1 or less mixes nothing. Without mixing,
    /// whoever guesses an era's date can name every row: docs/obfuscation.md has the numbers, and the cost, which is none that can be
    /// measured.
    /// </summary>
    public int MixingGroupSize { get; init; } = 5;
}
