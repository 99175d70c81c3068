using Numerai.Data.Panels;

namespace Numerai.Data.Tests;

/// <summary>An invented panel small enough for every test, made once.</summary>
public static class SmallMarket
{
    public static PricePanel Panel { get; } = SyntheticMarket.Create(new SyntheticMarketOptions
    {
        Securities = 80,
        Years = 3.5,
        Seed = 11
    });

    /// <summary>The panel as it was when it had that many days.</summary>
    public static PricePanel Until(int days)
    {
        var all = Enumerable.Range(0, Panel.Securities.Count);
        return new PricePanel(Panel.Dates.Take(days).ToArray(), Panel.Securities, Panel.Sectors,
            all.SelectMany(security => Panel.Close(security)[..days].ToArray()).ToArray(),
            all.SelectMany(security => Panel.DollarVolume(security)[..days].ToArray()).ToArray());
    }

    /// <summary>The panel with every close and volume after a day changed beyond recognition.</summary>
    public static PricePanel WithAnotherFuture(int lastDay)
    {
        var days = Panel.Dates.Count;
        var close = new double[days * Panel.Securities.Count];
        var volume = new double[close.Length];
        for (var security = 0; security < Panel.Securities.Count; security++)
        {
            for (var day = 0; day < days; day++)
            {
                var cell = (security * days) + day;
                var changed = day > lastDay;
                close[cell] = changed ? 1 + ((security * 37 + day * 11) % 100) : Panel.Close(security)[day];
                volume[cell] = changed ? (security * 13 + day * 7) % 1000 : Panel.DollarVolume(security)[day];
            }
        }

        return new PricePanel(Panel.Dates, Panel.Securities, Panel.Sectors, close, volume);
    }
}
