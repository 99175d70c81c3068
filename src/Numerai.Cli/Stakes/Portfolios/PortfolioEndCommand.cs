using Numerai.Cli.CommandLine;
using Numerai.Client.Stakes;
using Numerai.Contracts;

namespace Numerai.Cli.Stakes.Portfolios;

internal sealed class PortfolioEndCommand() : PortfolioChangeCommand("end", "End a portfolio; its models keep the stakes that they have.")
{
    protected override Task<PortfolioChange> ChangeAsync(
        PortfoliosClient portfolios, CommandContext context, string? commandId, int tournament) =>
        portfolios.EndAsync(commandId, tournament, context.Cancellation);
}
