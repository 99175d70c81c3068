using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Contracts;

namespace Numerai.Cli.Governance;

internal sealed class VoteCommand : ApiCommand
{
    private readonly Argument<int> _number = ProposalArgument.Make();
    private readonly Argument<VoteChoice> _choice = new("choice") { Description = "for, against or abstain." };

    public VoteCommand()
        : base("vote", "Vote with your power at the proposal's snapshot; a vote is not changed.")
    {
        Arguments.Add(_number);
        Arguments.Add(_choice);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var vote = await client.Governance.VoteAsync(context.Get(_number), context.Get(_choice), context.Cancellation);
        context.Output.Write(new Page<Vote>([vote], 1, 0, false), ProposalView.Votes);
    }
}
