using Numerai.Cli.CommandLine;
using Numerai.Client.Stakes;
using Numerai.Contracts;

namespace Numerai.Cli.Stakes.Portfolios;

internal sealed class PortfolioDrainCommand() : PortfolioChangeCommand("drain", "Ask for the whole portfolio back; its weights stay.")
{
    protected override Task<PortfolioChange> ChangeAsync(
        PortfoliosClient portfolios, CommandContext context, string? commandId, int tournament) =>
        portfolios.DrainAsync(commandId, tournament, context.Cancellation);
}
