using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Stakes.Portfolios;

internal sealed class PortfolioIncreaseCommand : ApiCommand
{
    private readonly Argument<string> _amount = CommonOptions.Amount();
    private readonly Option<string?> _commandId = CommonOptions.CommandId();
    private readonly Option<int> _tournament = CommonOptions.Tournament();

    public PortfolioIncreaseCommand()
        : base("increase", "Move NMR from your wallet to the portfolio, at once.")
    {
        Arguments.Add(_amount);
        Options.Add(_commandId);
        Options.Add(_tournament);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) => PortfolioView.Write(
        context,
        await client.Portfolios.IncreaseAsync(context.Amount(_amount), context.Get(_commandId), context.Get(_tournament), context.Cancellation));
}
