using Numerai.Data.Features;
using Numerai.Data.Panels;
using Numerai.Data.Tables;
using Numerai.Data.Targets;

namespace Numerai.Data.Signals;

/// <summary>The tables of one day of a daily release.</summary>
internal sealed class DailyTables(PricePanel panel, TargetBuilder targets, DailyReleaseOptions options)
{
    public Table Live(DailyUniverse universe)
    {
        var era = universe.Era;
        return new Table([Key(era), .. Aliases(era), Date(era), .. Features(era)]);
    }

    public Table Neutralizers(DailyUniverse universe) => new(
    [
        Key(universe.Era),
        .. universe.Neutralizers.Select((column, index) => new TableColumn<double>($"neutralizer_{index + 1}", column)),
    ]);

    public Table SampleWeights(DailyUniverse universe) =>
        new([Key(universe.Era), new TableColumn<double>("sample_weight", universe.SampleWeights)]);

    /// <summary>Targets of so many days of returns, five bins each.</summary>
    public Table Targets(DailyUniverse universe, int days) => new([Key(universe.Era), .. TargetColumns(universe, days)]);

    /// <summary>A day of history: what was live, and the targets of the longest horizon.</summary>
    public Table History(DailyUniverse universe) => new([.. Live(universe).Columns, .. TargetColumns(universe, options.ScoringDays)]);

    /// <summary>Neutralizers and weights of a day of history, one column a number.</summary>
    public static Table HistoryPortfolio(Table day, DailyUniverse universe) =>
        new([day.Columns[0], Date(universe.Era), .. day.Columns.Skip(1)]);

    private IEnumerable<TableColumn> TargetColumns(DailyUniverse universe, int days)
    {
        var era = universe.Era;
        if (!options.Portfolio)
        {
            return [new TableColumn<float>("target", targets.Binned(era, days, TargetNeutrality.Factors))];
        }

        return
        [
            new TableColumn<float>("target", universe.PortfolioTarget(targets, days)),
            new TableColumn<float>("target_factor_feat_neutral", targets.Binned(era, days, TargetNeutrality.Styles)),
            new TableColumn<float>("target_factor_neutral", targets.Binned(era, days, TargetNeutrality.Factors)),
            new TableColumn<float>("target_raw_return", targets.Binned(era, days, TargetNeutrality.Raw)),
        ];
    }

    private TableColumn<string> Key(RawEra era) => new(
        options.KeyColumn, Array.ConvertAll(
            era.Securities, security => options.Portfolio ? panel.Securities[security] + "_US" : panel.Securities[security]));

    private IEnumerable<TableColumn> Aliases(RawEra era) => options.Portfolio
        ?
        [
            new TableColumn<string>("ticker", Array.ConvertAll(era.Securities, security => panel.Securities[security])),
            new TableColumn<string>("bloomberg_ticker", Array.ConvertAll(era.Securities, security => panel.Securities[security] + " US")),
        ]
        : [];

    private static TableColumn<DateOnly> Date(RawEra era) => new("date", [.. Enumerable.Repeat(era.Date, era.RowCount)]);

    private static IEnumerable<TableColumn> Features(RawEra era)
    {
        var features = DailyFeatures.Of(era);
        return DailyFeatures.Names.Select((name, index) => new TableColumn<sbyte>(name, features.Column(index).ToArray()));
    }
}
