using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Client.Governance;
using Numerai.Contracts;

namespace Numerai.Cli.Governance;

/// <summary>A command on one proposal that answers with the proposal.</summary>
internal sealed class ProposalStepCommand : ApiCommand
{
    private readonly Argument<int> _number = ProposalArgument.Make();
    private readonly Func<GovernanceClient, int, CancellationToken, Task<Proposal>> _step;

    public ProposalStepCommand(string name, string description, Func<GovernanceClient, int, CancellationToken, Task<Proposal>> step)
        : base(name, description)
    {
        _step = step;
        Arguments.Add(_number);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) =>
        context.Output.Write(await _step(client.Governance, context.Get(_number), context.Cancellation), ProposalView.Detail);
}
