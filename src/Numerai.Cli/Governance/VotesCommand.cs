using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Contracts;

namespace Numerai.Cli.Governance;

internal sealed class VotesCommand : ApiCommand
{
    private readonly Argument<int> _number = ProposalArgument.Make();
    private readonly Option<Guid?> _after = new("--after") { Description = "Goes on after this account.", HelpName = "ID" };
    private readonly Option<int?> _limit = CommonOptions.Limit();

    public VotesCommand()
        : base("votes", "Votes on a proposal in order of accounts.")
    {
        Arguments.Add(_number);
        Options.Add(_after);
        Options.Add(_limit);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var votes = await client.Governance.ListVotesAsync(
            context.Get(_number), context.Get(_after) is { } after ? new AccountId(after) : null, context.Get(_limit),
            context.Cancellation);
        context.Output.Write(new Page<Vote>(votes, votes.Count, 0, false), ProposalView.Votes);
    }
}
