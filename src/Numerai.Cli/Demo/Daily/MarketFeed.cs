using Numerai.Data.Features;
using Numerai.Data.Panels;
using Numerai.Scoring.Ranking;
using Numerai.Scoring.Statistics;

namespace Numerai.Cli.Demo.Daily;

/// <summary>
/// The participants' own data: what anybody could work out from public prices at the close of a day. It has nothing to do with the server.
/// </summary>
internal sealed class MarketFeed(PricePanel panel)
{
    private readonly FeatureBuilder _features = new(panel);
    private readonly Lock _lock = new();
    private (int Day, MarketDay Content)? _latest;

    public MarketDay Of(int day)
    {
        lock (_lock)
        {
            if (_latest is not { } latest || latest.Day != day)
            {
                latest = (day, new MarketDay(panel, _features.Build(day)));
                _latest = latest;
            }

            return latest.Content;
        }
    }
}

/// <summary>One day of the feed.</summary>
internal sealed class MarketDay(PricePanel panel, RawEra era)
{
    public IReadOnlyList<string> Securities { get; } = [.. era.Securities.Select(security => panel.Securities[security])];

    public int Day => era.Day;

    /// <summary>The weighted sum of features on the normal scale, a value a security.</summary>
    public double[] Combine(IReadOnlyList<(string Feature, double Weight)> recipe)
    {
        var sum = new double[era.RowCount];
        foreach (var (feature, weight) in recipe)
        {
            var ranks = new double[sum.Length];
            Ranks.TieKept(era.Feature(FeatureCatalog.IndexOf(feature)).ToArray().Select(value => (double)value).ToArray(), ranks);
            for (var row = 0; row < sum.Length; row++)
            {
                sum[row] += double.IsNaN(ranks[row]) ? 0 : weight * NormalQuantile.Of(ranks[row]);
            }
        }

        return sum;
    }
}
