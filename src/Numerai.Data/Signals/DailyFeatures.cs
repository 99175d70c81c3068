using Numerai.Data.Features;
using Numerai.Scoring.Ranking;

namespace Numerai.Data.Signals;

/// <summary>
/// The features of a day as they are published: five equal bins by tie-kept rank, the middle one where a value is missing.
/// </summary>
public static class DailyFeatures
{
    private const int Bins = 5;

    /// <summary>Names of the columns, in the order of the catalog.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. FeatureCatalog.All.Select(feature => FeatureBlock.Prefix + feature.Name)];

    public static FeatureBlock Of(RawEra era)
    {
        ArgumentNullException.ThrowIfNull(era);
        var bins = new sbyte[Names.Count * era.RowCount];
        var values = new double[era.RowCount];
        var ranks = new double[era.RowCount];
        for (var feature = 0; feature < Names.Count; feature++)
        {
            for (var row = 0; row < values.Length; row++)
            {
                values[row] = era.Feature(feature)[row];
            }

            Ranks.TieKept(values, ranks);
            for (var row = 0; row < ranks.Length; row++)
            {
                bins[(feature * ranks.Length) + row] = double.IsNaN(ranks[row])
                    ? (sbyte)(Bins / 2)
                    : (sbyte)Math.Min(Bins - 1, (int)(ranks[row] * Bins));
            }
        }

        return new FeatureBlock(Names, era.RowCount, bins);
    }
}
