using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Stakes.Portfolios;

internal sealed class PortfolioEndCommand : ApiCommand
{
    private readonly Option<string?> _commandId = CommonOptions.CommandId();
    private readonly Option<int> _tournament = CommonOptions.Tournament();

    public PortfolioEndCommand()
        : base("end", "End a portfolio; its models keep the stakes that they have.")
    {
        Options.Add(_commandId);
        Options.Add(_tournament);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) => PortfolioView.Write(
        context,
        await client.Portfolios.EndAsync(context.Get(_commandId), context.Get(_tournament), context.Cancellation));
}
