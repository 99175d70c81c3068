using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Client.Stakes;
using Numerai.Contracts;

namespace Numerai.Cli.Stakes.Portfolios;

/// <summary>Changes a portfolio and shows it as it is then.</summary>
internal abstract class PortfolioChangeCommand : ApiCommand
{
    private readonly Option<string?> _commandId = CommonOptions.CommandId();
    private readonly Option<int> _tournament = CommonOptions.Tournament();

    protected PortfolioChangeCommand(string name, string description)
        : base(name, description)
    {
        Options.Add(_commandId);
        Options.Add(_tournament);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) => PortfolioView.Write(
        context, await ChangeAsync(client.Portfolios, context, context.Get(_commandId), context.Get(_tournament)));

    protected abstract Task<PortfolioChange> ChangeAsync(
        PortfoliosClient portfolios, CommandContext context, string? commandId, int tournament);
}
