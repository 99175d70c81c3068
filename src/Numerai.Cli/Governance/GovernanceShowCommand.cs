using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Governance;

internal sealed class GovernanceShowCommand() : ApiCommand("show", "How proposals are decided, and who holds which role.")
{
    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var info = await client.Governance.GetAsync(context.Cancellation);
        context.Output.Write(info, ProposalView.Info);
        context.Output.WriteTable(info.Roles, ProposalView.Roles);
    }
}
