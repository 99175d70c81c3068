using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client.Stakes;
using Numerai.Contracts;

namespace Numerai.Cli.Stakes.Portfolios;

internal sealed class PortfolioDecreaseCommand : PortfolioChangeCommand
{
    private readonly Argument<string> _amount = CommonOptions.Amount();

    public PortfolioDecreaseCommand()
        : base("decrease", "Ask for part of a portfolio back; it returns to your wallet when the rounds it is at risk in have resolved.") =>
            Arguments.Add(_amount);

    protected override Task<PortfolioChange> ChangeAsync(
        PortfoliosClient portfolios, CommandContext context, string? commandId, int tournament) =>
        portfolios.DecreaseAsync(context.Amount(_amount), commandId, tournament, context.Cancellation);
}
