using System.Globalization;
using Numerai.Data.Features;
using Numerai.Data.Panels;
using Numerai.Data.Signals;
using Numerai.Data.Targets;
using Numerai.Simulations.Scenarios;
using Numerai.Tournament.Rounds.Scoring;

namespace Numerai.Simulations.Markets;

/// <summary>
/// Weekly universes of a panel of real prices, made as the daily release makes them: tickers, other ids, features, neutralizers, sample
/// weights and the four targets.
/// </summary>
public sealed class SignalsPanelMarket : IMarket
{
    private readonly PricePanel _panel;
    private readonly TargetBuilder _targets;
    private readonly IReadOnlyList<RawEra> _eras;
    private readonly PanelSecurities _securities;

    private SignalsPanelMarket(PricePanel panel, IReadOnlyList<RawEra> eras, int skip)
    {
        _panel = panel;
        _targets = new TargetBuilder(panel);
        _securities = new PanelSecurities(panel, _targets);
        _eras = [.. eras.Where(era => _targets.IsKnown(era, TournamentPlay.OfPortfolios.HorizonDays)).Skip(skip)];
    }

    public string Description => string.Create(
        CultureInfo.InvariantCulture,
        $"prices of {_panel.Securities.Count} securities with tickers, eras {_eras[0].Date:yyyy-MM-dd} to {_eras[^1].Date:yyyy-MM-dd}");

    public int Eras => _eras.Count;

    public IReadOnlyList<string> FeatureNames => DailyFeatures.Names;

    public IReadOnlyList<string> TargetNames => TargetColumns.Four;

    public static SignalsPanelMarket Create(PricePanel panel, int leastSecurities, int skipEras) =>
        new(panel, new FeatureBuilder(panel).Build(leastSecurities, CancellationToken.None), skipEras);

    public MarketEra Read(int number)
    {
        var raw = _eras[number - 1];
        var universe = DailyUniverse.Of(_panel, raw);
        var tickers = Array.ConvertAll(raw.Securities, security => _panel.Securities[security]);
        var ids = Array.ConvertAll(tickers, ticker => ticker + "_US");
        var rows = Enumerable.Range(0, ids.Length).ToArray();
        Array.Sort(ids, rows, StringComparer.Ordinal);
        var factors = _targets.Basis(raw, TargetNeutrality.Factors);
        var styles = _targets.Basis(raw, TargetNeutrality.Styles);
        return new MarketEra
        {
            Number = number,
            Ids = ids,
            Features = DailyFeatures.Of(raw).Take(rows),
            Targets = Targets(TournamentPlay.OfPortfolios.HorizonDays),
            Securities = _securities.Of(raw, rows),
            Signals = new SignalsBasis
            {
                Aliases = new(StringComparer.Ordinal)
                {
                    ["bloomberg_ticker"] = Array.ConvertAll(rows, row => tickers[row] + " US"),
                    ["ticker"] = Pick(tickers),
                },
                SampleWeights = Pick(universe.SampleWeights),
                Neutralizers = [.. universe.Neutralizers.Select(Pick)],
                TargetsAfter = Targets,
            },
        };

        float[][] Targets(int after) =>
        [
            Pick(universe.PortfolioTarget(_targets, after)),
            Pick(_targets.Binned(raw, after, TargetNeutrality.Styles, styles)),
            Pick(_targets.Binned(raw, after, TargetNeutrality.Factors, factors)),
            Pick(_targets.Binned(raw, after, TargetNeutrality.Raw)),
        ];

        T[] Pick<T>(T[] values) => Array.ConvertAll(rows, row => values[row]);
    }
}
