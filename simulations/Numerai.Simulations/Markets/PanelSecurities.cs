using Numerai.Data.Features;
using Numerai.Data.Panels;
using Numerai.Data.Targets;

namespace Numerai.Simulations.Markets;

/// <summary>The securities of a panel's era as a portfolio sees them.</summary>
internal sealed class PanelSecurities(PricePanel panel, TargetBuilder targets)
{
    private const int HoldingDays = 5;
    private const int VolatilityDays = 63;
    private readonly string[] _sectors = [.. panel.Sectors.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <param name="rows">Row of the raw era of each row that is published.</param>
    public MarketSecurities Of(RawEra raw, int[] rows)
    {
        return new MarketSecurities(
            Pick(raw.Securities),
            Pick(targets.Returns(raw, HoldingDays)),
            Pick(Feature(raw, "beta_252")),
            Array.ConvertAll(rows, row => Array.IndexOf(_sectors, panel.Sectors[raw.Securities[row]])),
            Array.ConvertAll(rows, row => Volatility(raw.Securities[row], raw.Day)),
            Array.ConvertAll(rows, row => DollarVolume(raw.Securities[row], raw.Day)));

        T[] Pick<T>(T[] values) => Array.ConvertAll(rows, row => values[row]);
    }

    private static double[] Feature(RawEra raw, string name)
    {
        var values = raw.Feature(FeatureCatalog.IndexOf(name)).ToArray();
        return Array.ConvertAll(values, value => float.IsNaN(value) ? 1 : (double)value);
    }

    private double Volatility(int security, int day)
    {
        var close = panel.Close(security);
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
        var volume = panel.DollarVolume(security)[Math.Max(0, day - VolatilityDays + 1)..(day + 1)].ToArray().Where(value => value > 0)
            .Order().ToArray();
        return volume.Length == 0 ? 1e5 : volume[volume.Length / 2];
    }
}
