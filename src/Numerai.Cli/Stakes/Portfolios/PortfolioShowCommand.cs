using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Stakes.Portfolios;

internal sealed class PortfolioShowCommand : ApiCommand
{
    private readonly Option<int> _tournament = CommonOptions.Tournament();

    public PortfolioShowCommand()
        : base("show", "The weights, stakes and what is on its way.") => Options.Add(_tournament);

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var portfolio = await client.Portfolios.GetAsync(context.Get(_tournament), context.Cancellation);
        context.Output.Write(portfolio, PortfolioView.Detail);
        context.Output.WriteTable(portfolio.Models, PortfolioView.Models);
    }
}
