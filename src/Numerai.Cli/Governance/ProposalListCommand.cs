using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Governance;

internal sealed class ProposalListCommand : ApiCommand
{
    private readonly Option<int?> _limit = CommonOptions.Limit();
    private readonly Option<int?> _offset = CommonOptions.Offset();

    public ProposalListCommand()
        : base("list", "Proposals, newest first.")
    {
        Options.Add(_limit);
        Options.Add(_offset);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) => context.Output.Write(
        await client.Governance.ListAsync(context.Get(_limit), context.Get(_offset), context.Cancellation), ProposalView.Table);
}
