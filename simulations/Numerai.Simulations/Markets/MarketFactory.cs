using Numerai.Data.Panels;
using Numerai.Simulations.Scenarios;

namespace Numerai.Simulations.Markets;

/// <summary>Makes the market of a scenario.</summary>
public static class MarketFactory
{
    public static IReadOnlyList<string> Kinds { get; } = ["synthetic", "prices", "release"];

    /// <exception cref="SimulationException"><c>market_folder_missing</c> or <c>market_too_short</c>.</exception>
    public static IMarket Create(Scenario scenario)
    {
        var options = scenario.Market;
        var signals = TournamentPlay.Of(scenario.Tournament).HoldsPortfolios;
        IMarket market = options.Kind switch
        {
            "synthetic" when signals => new SignalsSyntheticMarket(options, scenario.Seed, scenario.History),
            "prices" when signals =>
                SignalsPanelMarket.Create(PanelFolder.Load(Folder(options)), options.LeastSecurities, options.SkipEras),
            "synthetic" => new SyntheticMarket(options, scenario.Seed, scenario.History),
            "prices" => PanelMarket.Create(PanelFolder.Load(Folder(options)), options.LeastSecurities, options.SkipEras, scenario.Seed),
            "release" => ReleaseMarket.Load(Folder(options), options.SkipEras),
            _ => throw new ArgumentException($"There is no market '{options.Kind}'.", nameof(scenario)),
        };
        return market.Eras < scenario.History + scenario.Rounds
            ? throw new SimulationException(
                "market_too_short",
                $"The market has {market.Eras} eras with known targets; {scenario.History} of history and {scenario.Rounds} rounds need "
                + $"{scenario.History + scenario.Rounds}. Lower history or rounds.")
            : market;
    }

    private static string Folder(MarketScenario options) =>
        options.Folder is { } folder && Directory.Exists(folder)
            ? folder
            : throw new SimulationException(
                "market_folder_missing",
                options.Folder is null
                    ? "The scenario's market needs a folder; name it with --prices (or --release), or as market.folder in the file."
                    : $"There is no folder '{options.Folder}' to read the market from; name one with --prices (or --release).");
}
