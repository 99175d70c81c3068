using Numerai.Data.Features;
using Numerai.Data.Obfuscation;
using Numerai.Data.Panels;

namespace Numerai.Data.Attacks;

/// <summary>The eras of a panel under one set of defences.</summary>
internal sealed class AttackView(string defence, IReadOnlyList<AttackEra> eras)
{
    public string Defence { get; } = defence;

    public IReadOnlyList<AttackEra> Eras { get; } = eras;

    /// <summary>No defence but ranks: tickers as ids, in the panel's order, features in the catalog's order on the normal scale.</summary>
    public static AttackView Open(PricePanel panel, IReadOnlyList<RawEra> eras) => new("ranks only", Each(eras, era => new AttackEra(
        Array.ConvertAll(era.Securities, s => panel.Securities[s]),
        Enumerable.Range(0, FeatureCatalog.All.Count).Select(f => GaussianRank.Of(era.Feature(f))).ToArray(),
        era.Securities)));

    /// <summary>A release with the given options.</summary>
    public static AttackView Published(PricePanel panel, IReadOnlyList<RawEra> eras, Obfuscator obfuscator, string defence) =>
        new(defence, Each(eras, raw =>
    {
        var era = obfuscator.Apply(raw, panel.Securities);
        return new AttackEra(era.Ids, Enumerable.Range(0, obfuscator.FeatureNames.Count).Select(f => Centre(era.Feature(f))).ToArray(),
            era.Published<int>(raw.Securities));
    }));

    private static AttackEra[] Each(IReadOnlyList<RawEra> eras, Func<RawEra, AttackEra> make)
    {
        var made = new AttackEra[eras.Count];
        Parallel.For(0, made.Length, i => made[i] = make(eras[i]));
        return made;
    }

    private static double[] Centre(ReadOnlySpan<sbyte> bins)
    {
        var centred = new double[bins.Length];
        for (var i = 0; i < centred.Length; i++)
        {
            centred[i] = bins[i] - 2;
        }

        return centred;
    }
}
