using Numerai.Data.Eras;
using Numerai.Data.Features;
using Numerai.Scoring.Ranking;

namespace Numerai.Data.Obfuscation;

/// <summary>
/// Turns raw eras into published ones under a key: ranks within the era, mixing inside secret groups, five equal bins, invented
/// names, ids that cannot be linked from one era to the next. The same key and era give the same result; another key gives an unrelated
/// one.
/// </summary>
public sealed class Obfuscator
{
    private const int Bins = 5;
    private const int IdBytes = 8;
    private readonly ObfuscationKey _key;

    public Obfuscator(ObfuscationKey key, ObfuscationOptions options)
    {
        _key = key;
        Columns = BuildColumns(options);
        FeatureNames = Columns.Select(column => column.Name).ToArray();
    }

    /// <summary>Published feature columns, in order.</summary>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>How each published column is made. Part of the secret.</summary>
    public IReadOnlyList<FeatureMixing> Columns { get; }

    /// <summary>Id of a security in an era: <c>n</c> and 16 hexadecimal digits of a keyed hash.</summary>
    public string Id(int era, string security) =>
        "n" + Convert.ToHexStringLower(_key.Derive("id", EraCalendar.Name(era), security).AsSpan(0, IdBytes));

    /// <summary>Publishes one era.</summary>
    /// <param name="era">Raw era.</param>
    /// <param name="securities">Names of the panel's securities.</param>
    public ObfuscatedEra Apply(RawEra era, IReadOnlyList<string> securities)
    {
        var ids = Array.ConvertAll(era.Securities, security => Id(era.Number, securities[security]));
        var rows = Enumerable.Range(0, era.RowCount).ToArray();
        Array.Sort(ids, rows, StringComparer.Ordinal);
        var bins = new sbyte[Columns.Count * era.RowCount];
        var normal = new Dictionary<int, double[]>();
        for (var f = 0; f < Columns.Count; f++)
        {
            var column = Columns[f];
            var mixed = column.Sources.Count == 1 ? Signed(era.Feature(column.Sources[0]), column.Weights[0]) : Mix(era, column, normal);
            WriteBins(mixed, rows, bins.AsSpan(f * era.RowCount, era.RowCount));
        }

        return new ObfuscatedEra(era, ids, rows, bins);
    }

    private static double[] Signed(ReadOnlySpan<float> values, double weight)
    {
        var signed = new double[values.Length];
        for (var i = 0; i < signed.Length; i++)
        {
            signed[i] = values[i] * weight;
        }

        return signed;
    }

    private static double[] Mix(RawEra era, FeatureMixing column, Dictionary<int, double[]> normal)
    {
        var mixed = new double[era.RowCount];
        for (var s = 0; s < column.Sources.Count; s++)
        {
            var source = column.Sources[s];
            if (!normal.TryGetValue(source, out var values))
            {
                normal[source] = values = GaussianRank.Of(era.Feature(source));
            }

            for (var i = 0; i < mixed.Length; i++)
            {
                mixed[i] += column.Weights[s] * values[i];
            }
        }

        return mixed;
    }

    /// <summary>Five bins of equal share by tie-kept rank; a missing value gets the middle bin.</summary>
    private static void WriteBins(double[] values, int[] rows, Span<sbyte> bins)
    {
        var ranks = new double[values.Length];
        Ranks.TieKept(values, ranks);
        for (var i = 0; i < bins.Length; i++)
        {
            var rank = ranks[rows[i]];
            bins[i] = double.IsNaN(rank) ? (sbyte)(Bins / 2) : (sbyte)Math.Min(Bins - 1, (int)(rank * Bins));
        }
    }

    private static double Sign(KeyedStream stream, ObfuscationOptions options) => options.FlipSigns && stream.Below(2) == 1 ? -1 : 1;

    private List<FeatureMixing> BuildColumns(ObfuscationOptions options)
    {
        var count = FeatureCatalog.All.Count;
        var order = Enumerable.Range(0, count).ToArray();
        var size = Math.Max(1, options.MixingGroupSize);
        if (size > 1)
        {
            new KeyedStream(_key.Derive("groups")).Shuffle(order);
        }

        var taken = new HashSet<string>(StringComparer.Ordinal);
        var columns = new List<FeatureMixing>();
        for (var start = 0; start < count; start += size)
        {
            var group = order.AsSpan(start, Math.Min(size, count - start)).ToArray();
            var seed = FeatureCatalog.All[group[0]].Name;
            var stream = new KeyedStream(_key.Derive("mixing", seed));
            var mixing = group.Length > 1 ? KeyedMixing.Create(stream, group.Length) : [[Sign(stream, options)]];
            for (var i = 0; i < group.Length; i++)
            {
                var own = FeatureCatalog.All[group[i]].Name;
                var name = options.RenameFeatures ? InventedNames.Next(new KeyedStream(_key.Derive("name", own)), taken) : "feature_" + own;
                columns.Add(new FeatureMixing(name, group, mixing[i]));
            }
        }

        // Names come from the key, so their order is a keyed permutation of the raw features.
        return options.RenameFeatures ? [.. columns.OrderBy(column => column.Name, StringComparer.Ordinal)] : columns;
    }
}
