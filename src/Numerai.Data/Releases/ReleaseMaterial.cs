using Numerai.Data.Features;
using Numerai.Data.Obfuscation;
using Numerai.Data.Panels;
using Numerai.Data.Targets;

namespace Numerai.Data.Releases;

/// <summary>Everything a release is written from: eras, their published form, their targets in published row order, and the
/// split.</summary>
internal sealed class ReleaseMaterial
{
    private readonly Dictionary<(int Era, TargetDefinition Target), float[]> _targets = [];

    /// <param name="panel">Market data.</param>
    /// <param name="key">The operator's key.</param>
    /// <param name="options">How the release is cut.</param>
    /// <param name="split">Gives every era its role.</param>
    /// <param name="cancellation">Stops between stages.</param>
    public ReleaseMaterial(PricePanel panel, ObfuscationKey key, ReleaseOptions options,
        Func<IReadOnlyList<RawEra>, TargetBuilder, ReleaseSplit> split, CancellationToken cancellation)
    {
        Tournament = options.Tournament;
        Panel = panel;
        Targets = new TargetBuilder(panel);
        Obfuscator = new Obfuscator(key, options.Obfuscation);
        var raw = new FeatureBuilder(panel).Build(options.LeastSecurities, cancellation);
        Split = split(raw, Targets);
        Eras = new ObfuscatedEra[raw.Count];
        var all = new ParallelOptions { CancellationToken = cancellation };
        Parallel.For(0, raw.Count, all, i => Eras[i] = Obfuscator.Apply(raw[i], panel.Securities));
        var targets = new Dictionary<TargetDefinition, float[]>[raw.Count];
        Parallel.For(0, raw.Count, all, i => targets[i] = Build(Eras[i]));
        for (var i = 0; i < targets.Length; i++)
        {
            foreach (var (target, values) in targets[i])
            {
                _targets[(i, target)] = values;
            }
        }
    }

    public int Tournament { get; }

    public PricePanel Panel { get; }

    public TargetBuilder Targets { get; }

    public Obfuscator Obfuscator { get; }

    public ObfuscatedEra[] Eras { get; }

    public ReleaseSplit Split { get; }

    /// <summary>Features of one era.</summary>
    public FeatureBlock Features(int era) => new(Obfuscator.FeatureNames, Eras[era].RowCount, Eras[era].Bins);

    /// <summary>A target of one era by published row, NaN throughout when it was not known on the day <paramref name="now"/>.</summary>
    public float[] Target(int era, TargetDefinition target, int now)
    {
        if (TargetBuilder.LastDay(Eras[era].Raw, target.Days) <= now && _targets.TryGetValue((era, target), out var values))
        {
            return values;
        }

        var unknown = new float[Eras[era].RowCount];
        unknown.AsSpan().Fill(float.NaN);
        return unknown;
    }

    private Dictionary<TargetDefinition, float[]> Build(ObfuscatedEra era)
    {
        var factors = Targets.Basis(era.Raw, TargetNeutrality.Factors);
        var styles = Targets.Basis(era.Raw, TargetNeutrality.Styles);
        return TargetDefinition.All.Where(target => Targets.IsKnown(era.Raw, target.Days)).ToDictionary(target => target, target =>
            era.Published<float>(Targets.Binned(era.Raw, target.Days, target.Neutrality,
                target.Neutrality == TargetNeutrality.Styles ? styles : factors)));
    }
}
