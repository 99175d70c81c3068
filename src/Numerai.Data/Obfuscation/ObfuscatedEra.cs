using Numerai.Data.Features;

namespace Numerai.Data.Obfuscation;

/// <summary>One era as participants see it, together with the operator's way back.</summary>
/// <param name="Raw">The era it was made from.</param>
/// <param name="Ids">Keyed ids, ascending: the order of rows is the order of ids, which tells nothing without the key.</param>
/// <param name="Rows">Row of <paramref name="Raw"/> behind each published row.</param>
/// <param name="Bins">Feature-major bins 0..4 in published column and row order: feature f of row i is at <c>f * Ids.Length +
/// i</c>.</param>
public sealed record ObfuscatedEra(RawEra Raw, string[] Ids, int[] Rows, sbyte[] Bins)
{
    public int RowCount => Ids.Length;

    /// <summary>One published feature over the era's rows.</summary>
    public ReadOnlySpan<sbyte> Feature(int feature) => Bins.AsSpan(feature * RowCount, RowCount);

    /// <summary>Values given by raw row, in published row order.</summary>
    public T[] Published<T>(ReadOnlySpan<T> byRawRow)
    {
        var published = new T[Rows.Length];
        for (var i = 0; i < published.Length; i++)
        {
            published[i] = byRawRow[Rows[i]];
        }

        return published;
    }
}
