using Numerai.Data.Features;

namespace Numerai.Simulations.Markets;

/// <summary>
/// One simulated week: the features at its end, and the returns of its five days. Arrays go by slot, the place of a security.
/// </summary>
/// <param name="Numbers">Number of the security in each slot; a new one takes the slot of a delisted one.</param>
/// <param name="Bins">Per feature, the bin of each slot at the end of the week.</param>
/// <param name="Daily">Per day, the simple return of each slot.</param>
/// <param name="Stressed">Whether the market was stressed.</param>
internal sealed record SyntheticWeek(int[] Numbers, sbyte[][] Bins, float[][] Daily, bool Stressed)
{
    /// <summary>The bins of some slots, row after row in the given order.</summary>
    public FeatureBlock Features(IReadOnlyList<string> names, int[] rows)
    {
        var bins = new sbyte[Bins.Length * rows.Length];
        Parallel.For(0, Bins.Length, feature =>
        {
            var from = Bins[feature];
            var to = bins.AsSpan(feature * rows.Length, rows.Length);
            for (var row = 0; row < rows.Length; row++)
            {
                to[row] = from[rows[row]];
            }
        });
        return new FeatureBlock(names, rows.Length, bins);
    }
}
