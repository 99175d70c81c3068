using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client.Stakes;
using Numerai.Contracts;

namespace Numerai.Cli.Stakes.Portfolios;

internal sealed class PortfolioIncreaseCommand : PortfolioChangeCommand
{
    private readonly Argument<string> _amount = CommonOptions.Amount();

    public PortfolioIncreaseCommand()
        : base("increase", "Move NMR from your wallet to the portfolio, at once.") => Arguments.Add(_amount);

    protected override Task<PortfolioChange> ChangeAsync(
        PortfoliosClient portfolios, CommandContext context, string? commandId, int tournament) =>
        portfolios.IncreaseAsync(context.Amount(_amount), commandId, tournament, context.Cancellation);
}
