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
    private const int HoldingDays = 5;
    private const int VolatilityDays = 63;
    private readonly PricePanel _panel;
    private readonly IReadOnlyList<RawEra> _eras;
    private readonly Obfuscator _obfuscator;
    private readonly TargetBuilder _targets;
    private readonly string[] _sectors;

    private PanelMarket(PricePanel panel, IReadOnlyList<RawEra> eras, int skip, int seed)
    {
        _panel = panel;
        _targets = new TargetBuilder(panel);
        _eras = [.. eras.Where(era => _targets.IsKnown(era, TargetDefinition.MainDays)).Skip(skip)];
        _obfuscator = new Obfuscator(ObfuscationKey.ForDemonstration(seed), new ObfuscationOptions());
        _sectors = [.. panel.Sectors.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    public string Description => string.Create(
        CultureInfo.InvariantCulture, $"prices of {_panel.Securities.Count} securities, eras {_eras[0].Date:yyyy-MM-dd} to {_eras[^1].Date:yyyy-MM-dd}");

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
            Securities = new MarketSecurities(
                Pick(raw.Securities, rows),
                Pick(_targets.Returns(raw, HoldingDays), rows),
                Pick(Feature(raw, "beta_252"), rows),
                Array.ConvertAll(rows, row => Array.IndexOf(_sectors, _panel.Sectors[raw.Securities[row]])),
                Array.ConvertAll(rows, row => Volatility(raw.Securities[row], raw.Day)),
                Array.ConvertAll(rows, row => DollarVolume(raw.Securities[row], raw.Day))),
        };
    }

    private static double[] Feature(RawEra raw, string name)
    {
        var values = raw.Feature(FeatureCatalog.IndexOf(name)).ToArray();
        return Array.ConvertAll(values, value => float.IsNaN(value) ? 1 : (double)value);
    }

    private double Volatility(int security, int day)
    {
        var close = _panel.Close(security);
        double squares = 0;
        var count = 0;
        for (var d = Math.Max(1, day - VolatilityDays + 1); d <= day; d++)
        {
            var change = (close[d] / close[d - 1]) - 1;
            if (!double.IsNaN(change))
            {
                squares += change * change;
                count++;
            }
        }

        return count == 0 ? 0.02 : Math.Sqrt(squares / count);
    }

    private double DollarVolume(int security, int day)
    {
        var volume = _panel.DollarVolume(security)[Math.Max(0, day - VolatilityDays + 1)..(day + 1)].ToArray().Where(value => value > 0).Order().ToArray();
        return volume.Length == 0 ? 1e5 : volume[volume.Length / 2];
    }

    private static T[] Pick<T>(T[] values, int[] rows) => Array.ConvertAll(rows, row => values[row]);
}
