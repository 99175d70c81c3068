using System.Globalization;
using Numerai.Cli.CommandLine;
using Numerai.Contracts;

namespace Numerai.Cli.Stakes.Portfolios;

internal static class PortfolioView
{
    public static DetailView<Portfolio> Detail { get; } = new DetailView<Portfolio>()
        .Field("stake", portfolio => $"{portfolio.Stake} NMR")
        .Field("moving", portfolio => $"{portfolio.Moving} NMR")
        .Field("returning", portfolio => $"{portfolio.Returning} NMR")
        .Field("set", portfolio => Format.Time(portfolio.Set));

    public static TableView<PortfolioModel> Models { get; } = new TableView<PortfolioModel>("It has no models.")
        .Text("model", model => model.Name)
        .Number("weight", model => model.Weight.ToString(CultureInfo.InvariantCulture))
        .Number("target", model => model.Target.ToString())
        .Number("stake", model => model.Stake.ToString())
        .Number("leaving", model => model.Leaving.ToString());

    private static DetailView<PortfolioChange> Change { get; } = new DetailView<PortfolioChange>()
        .Field("portfolio", change => $"{change.Type.ToString().ToLowerInvariant()}, {change.Status}")
        .Field("moved", change => change.Type == PortfolioChangeType.Set ? null : $"{change.Amount} NMR")
        .Field("stake", change => change.Portfolio is { } portfolio ? $"{portfolio.Stake} NMR" : null)
        .Field("moving", change => change.Portfolio is { } portfolio ? $"{portfolio.Moving} NMR" : null)
        .Field("wallet", change => $"{change.Wallet} NMR")
        .Field("waits for", change => change.WaitsFor.Count == 0 ? null : "rounds " + string.Join(", ", change.WaitsFor));

    public static void Write(CommandContext context, PortfolioChange change)
    {
        context.Output.Write(change, Change);
        if (change.Portfolio is { } portfolio)
        {
            context.Output.WriteTable(portfolio.Models, Models);
        }
    }
}
