using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Stakes.Portfolios;

internal sealed class PortfolioDecreaseCommand : ApiCommand
{
    private readonly Argument<string> _amount = CommonOptions.Amount();
    private readonly Option<string?> _commandId = CommonOptions.CommandId();
    private readonly Option<int> _tournament = CommonOptions.Tournament();

    public PortfolioDecreaseCommand()
        : base("decrease", "Ask for part of a portfolio back; it returns to your wallet when the rounds it is at risk in have resolved.")
    {
        Arguments.Add(_amount);
        Options.Add(_commandId);
        Options.Add(_tournament);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) => PortfolioView.Write(
        context,
        await client.Portfolios.DecreaseAsync(context.Amount(_amount), context.Get(_commandId), context.Get(_tournament), context.Cancellation));
}
