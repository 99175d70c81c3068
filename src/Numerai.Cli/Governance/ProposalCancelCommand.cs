using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Governance;

internal sealed class ProposalCancelCommand : ApiCommand
{
    private readonly Argument<int> _number = ProposalArgument.Make();
    private readonly Option<string> _reason = new("--reason") { Description = "It is published.", HelpName = "TEXT", Required = true };

    public ProposalCancelCommand()
        : base("cancel", "End a proposal: its author before it is executed, a guardian while it is queued.")
    {
        Arguments.Add(_number);
        Options.Add(_reason);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) => context.Output.Write(
        await client.Governance.CancelAsync(context.Get(_number), context.Get(_reason)!, context.Cancellation), ProposalView.Detail);
}
