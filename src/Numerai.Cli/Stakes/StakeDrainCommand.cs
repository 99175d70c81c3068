using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Stakes;

internal sealed class StakeDrainCommand : ApiCommand
{
    private readonly Argument<string> _model = CommonOptions.Model();
    private readonly Option<string?> _commandId = CommonOptions.CommandId();
    private readonly Option<int> _tournament = CommonOptions.Tournament();

    public StakeDrainCommand()
        : base("drain", "Ask for a model's whole stake back.")
    {
        Arguments.Add(_model);
        Options.Add(_commandId);
        Options.Add(_tournament);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) => context.Output.Write(
        await client.Stakes.DrainStakeAsync(context.Get(_model), context.Get(_commandId), context.Get(_tournament), context.Cancellation),
        StakeView.Detail);
}
