using System.Globalization;
using Numerai.Data.Features;
using Numerai.Data.Obfuscation;
using Numerai.Data.Panels;
using Numerai.Data.Targets;

namespace Numerai.Simulations.Markets;

/// <summary>
/// Eras of a panel of real prices, obfuscated as a release would be: the same features, bins, ids and targets that participants would get.
/// </summary>
public sealed class PanelMarket : IMarket
{
    private readonly PricePanel _panel;
    private readonly IReadOnlyList<RawEra> _eras;
    private readonly Obfuscator _obfuscator;
    private readonly TargetBuilder _targets;
    private readonly PanelSecurities _securities;

    private PanelMarket(PricePanel panel, IReadOnlyList<RawEra> eras, int skip, int seed)
    {
        _panel = panel;
        _targets = new TargetBuilder(panel);
        _eras = [.. eras.Where(era => _targets.IsKnown(era, TargetDefinition.MainDays)).Skip(skip)];
        _obfuscator = new Obfuscator(ObfuscationKey.ForDemonstration(seed), new ObfuscationOptions());
        _securities = new PanelSecurities(panel, _targets);
    }

    public string Description => string.Create(
        CultureInfo.InvariantCulture, $"prices of {_panel.Securities.Count} securities, eras {_eras[0].Date:yyyy-MM-dd} to "
            + $"{_eras[^1].Date:yyyy-MM-dd}");

    public int Eras => _eras.Count;

    public IReadOnlyList<string> FeatureNames => _obfuscator.FeatureNames;

    public IReadOnlyList<string> TargetNames { get; } = ["target", "target_alder_20", "target_cedar_20"];

    public static PanelMarket Create(PricePanel panel, int leastSecurities, int skipEras, int seed) =>
        new(panel, new FeatureBuilder(panel).Build(leastSecurities, CancellationToken.None), skipEras, seed);

    public MarketEra Read(int number)
    {
        var raw = _eras[number - 1];
        var published = _obfuscator.Apply(raw, _panel.Securities);
        var rows = published.Rows;
        var basis = _targets.Basis(raw, TargetNeutrality.Factors);
        return new MarketEra
        {
            Number = number,
            Ids = published.Ids,
            Features = new FeatureBlock(FeatureNames, rows.Length, published.Bins),
            Targets =
            [
                Pick(_targets.Binned(raw, TargetDefinition.MainDays, TargetNeutrality.Factors, basis), rows),
                Pick(_targets.Binned(raw, TargetDefinition.MainDays, TargetNeutrality.Raw), rows),
                Pick(_targets.Binned(raw, TargetDefinition.MainDays, TargetNeutrality.Styles), rows),
            ],
            TargetAfter = days => Pick(_targets.Binned(raw, days, TargetNeutrality.Factors, basis), rows),
            Securities = _securities.Of(raw, rows),
        };
    }

    private static T[] Pick<T>(T[] values, int[] rows) => Array.ConvertAll(rows, row => values[row]);
}
