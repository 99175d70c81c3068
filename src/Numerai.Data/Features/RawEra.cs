namespace Numerai.Data.Features;

/// <summary>The universe of one era and its raw features: what the operator knows and nobody else sees.</summary>
/// <param name="Number">Era number from 1.</param>
/// <param name="Day">Position of the era's date in the panel.</param>
/// <param name="Date">The era's date; features use data up to its close.</param>
/// <param name="Securities">Positions in the panel of the universe's securities, ascending.</param>
/// <param name="Features">Feature-major values: feature f of row i is at <c>f * Securities.Length + i</c>; NaN = missing.</param>
public sealed record RawEra(int Number, int Day, DateOnly Date, int[] Securities, float[] Features)
{
    public int RowCount => Securities.Length;

    /// <summary>One feature over the era's rows.</summary>
    public ReadOnlySpan<float> Feature(int feature) => Features.AsSpan(feature * RowCount, RowCount);
}
