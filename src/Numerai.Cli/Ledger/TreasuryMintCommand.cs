using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Ledger;

internal sealed class TreasuryMintCommand : ApiCommand
{
    private readonly Argument<string> _amount = CommonOptions.Amount();
    private readonly Option<string?> _commandId = CommonOptions.CommandId();

    public TreasuryMintCommand()
        : base("mint", "Issue NMR into the treasury (operator).")
    {
        Arguments.Add(_amount);
        Options.Add(_commandId);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) => context.Output.Write(
        await client.Operator.MintAsync(context.Amount(_amount), context.Get(_commandId), context.Cancellation), TreasuryShowCommand.View);
}
