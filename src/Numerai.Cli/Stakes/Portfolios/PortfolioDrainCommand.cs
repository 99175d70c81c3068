using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Stakes.Portfolios;

internal sealed class PortfolioDrainCommand : ApiCommand
{
    private readonly Option<string?> _commandId = CommonOptions.CommandId();
    private readonly Option<int> _tournament = CommonOptions.Tournament();

    public PortfolioDrainCommand()
        : base("drain", "Ask for the whole portfolio back; its weights stay.")
    {
        Options.Add(_commandId);
        Options.Add(_tournament);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) => PortfolioView.Write(
        context,
        await client.Portfolios.DrainAsync(context.Get(_commandId), context.Get(_tournament), context.Cancellation));
}
